import { onScopeDispose } from 'vue'

/** Calls back when the theme may have changed: for what is drawn on a canvas, where CSS variables don't reach. */
export function useThemeChange(changed: () => void): void {
  const observer = new MutationObserver(() => requestAnimationFrame(changed))
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributeFilter: ['class', 'style', 'data-theme'] })
  }
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', changed)
  onScopeDispose(() => {
    observer.disconnect()
    system.removeEventListener('change', changed)
  })
}
