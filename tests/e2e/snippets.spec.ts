import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, expectState, openTask, test } from './support/test'

/** The code on the page, run in a terminal against the same server, gets the answer that the page shows. */

const run = promisify(execFile)
const sample = (name: string) =>
  fileURLToPath(new URL(`../../public/samples/${name}`, import.meta.url))

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-'))
  for (const name of names) copyFileSync(sample(name), join(folder, name))
  return folder
}

test('curl carries any text through the shell', async ({ page }) => {
  const text = `It's "great" — $HOME \`date\` \\ 100% 😀 你好\n-d @file`
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill(text)
  await page.getByTestId('param-top_k').fill('1')
  const curl = page.getByTestId('snippet-curl')
  await expect(curl).toContainText('"top_k":1')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const { stdout } = await run('bash', ['-c', `${await curl.textContent()} -s`])
  const answer = JSON.parse(stdout) as { label: string; score: number }[]
  expect(answer).toHaveLength(1)
  await expect(page.getByTestId('result')).toContainText(answer[0]?.label ?? 'no label')
  await expect(page.getByTestId('raw-response')).toContainText(stdout.trim())
})

for (const threshold of ['', '0.85']) {
  test(`curl sends the picture ${threshold ? 'as base64 with its parameters' : 'as it is'}`, async ({
    page,
  }) => {
    await openTask(page, 'object-detection')
    await page.getByTestId('param-threshold').fill(threshold)
    const curl = page.getByTestId('snippet-curl')
    await expect(curl).toContainText(threshold ? 'base64' : '--data-binary @street.png')
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    const { stdout } = await run('bash', ['-c', `${await curl.textContent()} -s`], {
      cwd: folderWith('street.png'),
    })
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(0)
    await expect(page.getByTestId('box')).toHaveCount((JSON.parse(stdout) as unknown[]).length)
  })
}

test('JavaScript streams a chat', async ({ page }) => {
  await openTask(page, 'conversational')
  await page.getByTestId('input-messages').fill('What is 6 * 7?')
  const code = page.getByTestId('snippet-javascript')
  await expect(code).toContainText('6 * 7')
  // Inside the project, so that the client library is found.
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const { stdout } = await run(
    'node',
    ['--input-type=module', '-e', (await code.textContent()) ?? ''],
    {
      cwd,
      env: { ...process.env, HF_TOKEN: 'hf_unused' },
    },
  )
  expect(stdout).toContain('42')
})

test('a copied snippet is the code on the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTask(page, 'text-classification')
  await expect(page.getByTestId('snippet-curl')).toContainText('I like you')
  await page.getByTestId('copy-curl').click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await page.getByTestId('snippet-curl').textContent())
})
