import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answeredNodes, givenAnswers } from '../../../cli/approval/given-answers.ts'
import type { AnswerOptions } from '../../../cli/approval/given-answers.ts'
import type { AwaitedCall } from '../../../runtime/index.ts'
import { folderWith } from '../mas.ts'

const call = (node: string, awaits: AwaitedCall['awaits'], result: AwaitedCall['result']): AwaitedCall => ({
  node,
  tool: 'pay',
  arguments: {},
  question: '?',
  awaits,
  result,
})
const awaited = [
  call('main/pay', 'approval', { kind: 'int' }),
  call('main/a[1]', 'result', { kind: 'int' }),
  call('main/b', 'result', { kind: 'string' }),
]

test('each option is read for its call, a value by the type of the tool', () => {
  using folder = folderWith({})
  const file = join(folder.path, 'long.txt')
  writeFileSync(file, 'x=y\n')
  const options: AnswerOptions = { approve: ['main/pay'], answer: ['main/a[1]=7', `main/b=@${file}`] }
  expect(answeredNodes(options)).toEqual(['main/pay', 'main/a[1]', 'main/b'])
  expect(givenAnswers(options, awaited)).toEqual({
    kind: 'ok',
    answers: new Map<string, unknown>([
      ['main/pay', { kind: 'approved' }],
      ['main/a[1]', { kind: 'value', value: 7 }],
      ['main/b', { kind: 'value', value: 'x=y\n' }],
    ]),
  })
})

test.each([
  ['main/pay', { kind: 'declined', reason: '' }],
  ['main/pay=a=b', { kind: 'declined', reason: 'a=b' }],
])('--refuse %s', (flag, answer) => {
  expect(givenAnswers({ refuse: [flag] }, awaited)).toEqual({ kind: 'ok', answers: new Map([['main/pay', answer]]) })
})

test.each<[AnswerOptions, string]>([
  [{ answer: ['main/a[1]=seven'] }, 'the answer to main/a[1]: it must be an int, not "seven"'],
  [{ answer: ['main/a[1]'] }, '--answer "main/a[1]" is not NODE=VALUE'],
  [{ answer: ['main/b=@none.txt'] }, 'the answer to main/b: none.txt'],
  [{ approve: ['main/pay'], refuse: ['main/pay'] }, 'main/pay is answered twice'],
  [{ approve: ['main/x'] }, 'no call waits for an answer at main/x; these wait: main/pay, main/a[1], main/b'],
])('%j is refused', (options, message) => {
  expect(givenAnswers(options, awaited)).toEqual({ kind: 'error', message: expect.stringContaining(message) as string })
})

test('where nothing waits, that is said', () => {
  expect(givenAnswers({ approve: ['main/x'] }, [])).toEqual({ kind: 'error', message: 'no call waits for an answer at main/x' })
})
