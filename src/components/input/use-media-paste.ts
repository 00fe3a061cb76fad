import { onScopeDispose } from 'vue'

/** Takes a file that is pasted anywhere on the page, unless the cursor is in a text: there a paste means the text. */
export function useMediaPaste(onFile: (file: File) => void) {
  const paste = (event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0]
    if (!file || event.defaultPrevented || isTextField(event.target)) return
    event.preventDefault()
    onFile(file)
  }
  document.addEventListener('paste', paste)
  onScopeDispose(() => document.removeEventListener('paste', paste))
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'file' && target.type !== 'button'
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}
