import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answerItem } from './attempt.ts'
import { PAYLOADS } from './payloads.ts'
import { headingOf, revealCard, test } from './visit.ts'

const inCell = (text: string) => text.replaceAll('|', '\\|')
const inBrackets = (text: string) => text.replace(/[[\]]/g, '\\$&')

/** Every place of the notes that words may stand in, as a file of its own. */
const PLACES: Readonly<Record<string, (payload: string, number: number) => string>> = {
  paragraph: (payload) => `${payload}\n\nx ${payload} x`,
  heading: (payload, number) => `## ${number} ${payload}\n\nx`,
  entry: (payload, number) => `- ${number} ${payload}\n- **${number}${payload}:** ${payload}`,
  link: (payload, number) =>
    `[x](<${payload}>) [x](${payload}) [${inBrackets(payload)}](#a) [x][r${number}]\n\n[r${number}]: <${payload}>`,
  picture: (payload) => `![${inBrackets(payload)}](<${payload}>) ![x](${payload} "${payload}")`,
  code: (payload) => `~~~${payload}\n${payload}\n~~~\n\nx \`\` ${payload} \`\``,
  footnote: (payload, number) => `x[^${number}]\n\n[^${number}]: **Disputed.** ${payload}`,
  callout: (payload, number) =>
    `> **Exam tip — ${number} ${payload}:** ${payload} **${payload}**\n\n::: warning ${number} ${payload}\n${payload}\n:::`,
  question: (payload, number) =>
    `Which is it, ${number} ${payload}?\n\nA) ${payload}\nB) other\nC) third\n\nAnswer: A\n\nExplanation: ${payload}`,
  summary: (payload) => `<details><summary>${payload}</summary>\n\n${payload}\n\n</details>`,
  comment: (payload) => `<!-- ${payload} -->\n\nx`,
}

const LINES = PAYLOADS.map((payload) => payload.replaceAll('\n', ' '))
const FILES = [
  ...Object.entries(PLACES).map(([name, place]) => ({
    name: `${name}.md`,
    text: `# ${name} ${LINES[0]}\n\n${LINES.map(place).join('\n\n')}\n`,
  })),
  {
    name: 'table.md',
    text: `# table ${LINES[0]}\n\n| Term ${LINES[7]} | Definition |\n|---|---|\n${LINES.map((line, number) => `| ${number} ${inCell(line)} | ${inCell(line)} |`).join('\n')}\n`,
  },
  // Without a title a topic is called after its file.
  ...LINES.map((line) => ({ name: `${line}.md`, text: `${line}\n` })),
  { name: `${LINES[7]}.png`, text: 'x' },
]

/** How many of the payloads run where nothing stops them, each in a frame of its own. */
async function countAlive(page: Page): Promise<number> {
  const address = 'http://page.test/'
  const body = '<!doctype html><script>hits = 0</script>'
  await page.route('**/*', (route) =>
    route.request().url() === address ? route.fulfill({ contentType: 'text/html', body }) : route.abort(),
  )
  await page.goto(address)
  return page.evaluate(async (payloads) => {
    const frames = payloads.map((payload) => {
      const frame = document.createElement('iframe')
      frame.srcdoc = `<script>hits = 0</script>${payload}`
      document.body.append(frame)
      return frame
    })
    // A frame that went elsewhere cannot be looked into.
    const isAlive = ({ contentWindow }: HTMLIFrameElement) => {
      try {
        return Number(Reflect.get(contentWindow ?? {}, 'hits')) > 0
      } catch {
        return true
      }
    }
    const alive = () => frames.filter(isAlive).length
    for (let turn = 0; turn < 40 && alive() < payloads.length / 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    return alive()
  }, PAYLOADS)
}

/** Whether anything ran so far, on the page that is open. */
async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate('window.hits'), page.url()).toBe(0)
  const protocols = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.protocol : link.tagName)))
  expect(
    protocols.filter((protocol) => !/^(?:https?|mailto|blob):$/.test(protocol)),
    page.url(),
  ).toEqual([])
  const foreign =
    'main :is(script, iframe, object, embed, base, meta, link, form[action], math, template, [srcdoc], [onerror], [onload])'
  expect(await page.locator(foreign).count(), page.url()).toBe(0)
}

/** Goes to another screen as a link does: the page stays, and so do its hits. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

test('what the list of hostile notes holds would run, were it not for the compiler', async ({ browser }) => {
  const context = await browser.newContext()
  expect(await countAlive(await context.newPage())).toBeGreaterThanOrEqual(PAYLOADS.length / 4)
  await context.close()
})

test('nothing in notes is ever executed, wherever it stands', async ({ page }) => {
  // A third of a megabyte of remarks, on a busy machine.
  test.setTimeout(120_000)
  await page.addInitScript('window.hits = 0')
  await page.goto('/import')
  await page
    .getByLabel('Files of notes')
    .setInputFiles(FILES.map(({ name, text }) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })))
  await expect(page.getByRole('heading', { name: 'What these notes become' })).toBeVisible({ timeout: 40_000 })
  for (const remarks of await page.locator('details > summary').all()) await remarks.click()
  await expectNothingRan(page)
  await page.getByLabel('Name of the course').fill(`Evil ${LINES[7]}`)
  await page.getByRole('button', { name: 'Keep this course' }).click()
  await expect(headingOf(page)).toHaveText('Study')
  await expectNothingRan(page)
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const topics = links.filter((href) => /^\/study\/(?!domain-\d)[^#]*$/.test(href))
  expect(topics.length).toBeGreaterThan(PAYLOADS.length)
  const places = topics.filter((href) => [...Object.keys(PLACES), 'table'].some((name) => href.endsWith(`/${name}`)))
  expect(places).toHaveLength(Object.keys(PLACES).length + 1)
  for (const topic of places) {
    await goWithin(page, topic)
    await expect(headingOf(page)).toContainText(topic.slice(topic.lastIndexOf('/') + 1))
    await expectNothingRan(page)
  }
  const [course = ''] = places.map((href) => href.split('/')[2] ?? '')
  await goWithin(page, `/cards?topic=${course}`)
  await revealCard(page)
  await expectNothingRan(page)
  await goWithin(page, `/quiz/new?topic=${course}/question&count=5&mode=practice&seed=3`)
  for (let item = 0; item < 3; item += 1) {
    await expect(page.getByTestId('item')).toContainText('Which is it', { timeout: 30_000 })
    await answerItem(page)
    await expectNothingRan(page)
    await page.keyboard.press('ArrowRight')
  }
  await goWithin(page, '/search?q=onerror')
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await expectNothingRan(page)
})
