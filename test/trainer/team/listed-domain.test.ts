import { expect, test } from 'vitest'
import { listedDomain } from '../../../trainer/team/index.ts'

const task = (id: string, input: Readonly<Record<string, string | number>>, expected?: string) => ({ id, input, ...(expected === undefined ? {} : { expected }) })

test('one agent answers, in one go or by a vote, and is taught what is expected', () => {
  const created = listedDomain({ name: 'mine', tasks: [task('a', { q: 'ab', hint: 'c' }, 'd!'), task('b', { hint: '', q: 'e' }, 'f')] })
  if (created.kind === 'problems') throw new Error(created.problems.join('\n'))
  const { domain } = created
  expect([domain.name, domain.characters]).toEqual(['mine', '!abcdef'])
  expect(domain.startDesigns.map((text) => text.split('\n').at(-3)?.trim())).toEqual(['return Answer(q, hint)', 'return vote(sample 3 of Answer(q, hint))'])
  expect(domain.mix[0]?.family.reply('answer', { q: 'ab', hint: 'c' })).toBe('d!')
})

test.each([
  [[task('a', { q: 1 }, 'x')], 'task "a": the input "q" is no text: small executors read nothing else'],
  [[task('a', { q: 'x' })], 'task "a": "expected" is no text: small executors learn their replies from it'],
  [[task('a', { q: 'x' }, 'y'), task('b', { r: 'x' }, 'y')], 'task "b": its inputs are not q, as those of the first task'],
])('%j is told', (tasks, problem) => {
  expect(listedDomain({ name: 'mine', tasks })).toEqual({ kind: 'problems', problems: [problem] })
})
