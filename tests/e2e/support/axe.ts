import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Colours on their way from one state to the next have no contrast of their own yet. */
async function animationsDone(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => {
      const endless = animation.effect?.getComputedTiming().iterations === Infinity
      return endless || animation.playState !== 'running'
    }),
  )
}

/**
 * Checks the page with axe, and throws an Error that lists each violation with its rule, its elements and the reason.
 *
 * @param include A selector: check only what is below it.
 */
export async function axe(page: Page, include?: string): Promise<void> {
  await animationsDone(page)
  const builder = new AxeBuilder({ page })
  const { violations } = await (include ? builder.include(include) : builder).analyze()
  if (violations.length === 0) return
  const lines = violations.flatMap(({ id, impact, help, helpUrl, nodes }) => [
    `${id} (${impact}): ${help}. ${helpUrl}`,
    ...nodes.flatMap(({ target, html, failureSummary }) => [
      `  ${target.join(' ')}`,
      `    ${html.slice(0, 200)}`,
      `    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`,
    ]),
  ])
  throw new Error(`axe found ${violations.length} violations at ${page.url()}\n${lines.join('\n')}`)
}
