import { expect, test } from 'vitest'
import { folderWith, masHere } from '../cli/mas.ts'
import { blocksOf, pageAt } from './pages.ts'

const blocks = blocksOf(pageAt('docs/guides/approval.md'))
const textOf = (label: string): string => blocks.find((block) => block.label === label)?.text ?? ''

/** What a session in the guide shows after one of its commands. */
const shownAfter = (command: string): string => {
  const session = blocks.find((block) => block.label === '' && block.text.includes(`$ npx mas ${command}`))?.text ?? ''
  return (session.split(`$ npx mas ${command}\n`)[1] ?? '').split(/^\$ /m)[0] ?? ''
}

function guideFolder() {
  const folder = folderWith({ 'bill.mas': textOf('mas'), 'mine.json': textOf('json'), 'pay.cjs': textOf('js') })
  const run = (command: string, ...answers: readonly string[]) => {
    const left = [...answers]
    return masHere(command.split(' '), folder.path, answers.length === 0 ? null : () => Promise.resolve(left.shift() ?? null))
  }
  return { run, [Symbol.dispose]: folder[Symbol.dispose] }
}

const command = 'run bill.mas --config mine.json --input supplier=Miller --input amount=12'

test('the commands of the guide do what it says, at a terminal', async () => {
  using folder = guideFolder()
  const { exit, out, err } = await folder.run(command, 'yes', 'true')
  expect(exit).toBe(0)
  // What is typed stands in the guide's lines, the prompts of a test in none.
  const shown = shownAfter(command).replace(/^.*(: yes|: true)\n/gm, '')
  expect(`${err.split('no requests')[0] ?? ''}${out}`).toBe(shown)
})

test('and without one', async () => {
  using folder = guideFolder()
  const { exit, err } = await folder.run(`${command} --run-id bill`)
  expect(exit).toBe(4)
  expect(err.split('no requests')[0]).toBe(shownAfter(`${command} --run-id bill`))
  const withoutTime = (text: string): string => text.replace(/\d{4}-.*/, '')
  expect(withoutTime((await folder.run('runs')).out)).toBe(withoutTime(shownAfter('runs')))
  const resumes = blocks.flatMap(({ text }) => [...text.matchAll(/^npx mas (resume bill .*)$/gm)].map(([, given]) => given ?? ''))
  expect(resumes).toHaveLength(2)
  const exits: number[] = []
  for (const given of resumes) exits.push((await folder.run(given)).exit ?? -1)
  expect(exits).toEqual([4, 0])
})
