import { expect, test } from 'vitest'
import { askPerson } from '../../../cli/approval/ask-person.ts'
import type { AwaitedCall } from '../../../runtime/index.ts'
import { memoryTerminal } from '../memory-terminal.ts'

const call = (node: string, awaits: AwaitedCall['awaits'] = 'approval'): AwaitedCall => ({
  node,
  tool: 'pay',
  arguments: { to: 'sk-a-secret' },
  question: 'Pay?',
  awaits,
  result: { kind: 'int' },
})

const { signal } = new AbortController()

async function answerTo(lines: readonly (string | null)[], isKept: boolean, awaits?: AwaitedCall['awaits']) {
  const left = [...lines]
  const terminal = memoryTerminal({}, () => Promise.resolve(left.shift() ?? null))
  const ask = askPerson(terminal, { isKept, secrets: ['sk-a-secret'] })
  return { answer: await ask?.(null)(call('main/pay', awaits), signal), err: terminal.errText() }
}

test('nobody is asked where nobody sits', () => {
  expect(askPerson(memoryTerminal(), { isKept: true, secrets: [] })).toBe(null)
})

test.each([
  ['y', { kind: 'approved' }],
  [' YES ', { kind: 'approved' }],
  ['no', { kind: 'declined', reason: '' }],
  ['n: too much', { kind: 'declined', reason: 'too much' }],
  ['No, ask Bob', { kind: 'declined', reason: 'ask Bob' }],
])('%j is an answer to approval', async (line, answer) => {
  expect((await answerTo([line], true)).answer).toEqual(answer)
})

test.each(['yes please', 'nothing', 'yn'])('%j is none: it is asked again', async (line) => {
  const { answer, err } = await answerTo([line, 'yes'], true)
  expect(answer).toEqual({ kind: 'approved' })
  expect(err).toContain('Please answer with yes or no.\n')
})

test('a result is read by its type', async () => {
  const { answer, err } = await answerTo(['seven', '7'], true, 'result')
  expect(answer).toEqual({ kind: 'value', value: 7 })
  expect(err).toContain('it must be an int, not "seven"\n')
})

test.each([[''], [null]])('%j leaves a call open that is kept, and fails one that is not', async (line) => {
  expect((await answerTo([line], true)).answer).toBe(null)
  expect((await answerTo([line], false)).answer).toEqual({ kind: 'declined', reason: '' })
})

test('keys are not shown', async () => {
  const { err } = await answerTo(['y'], true)
  expect(err).toContain('to: "[key]"')
})

test('one call is asked about at a time, in the order in which they came, and none that was withdrawn', async () => {
  const prompts: ((line: string) => void)[] = []
  const terminal = memoryTerminal({}, () => new Promise((resolve) => prompts.push(resolve)))
  const ask = askPerson(terminal, { isKept: true, secrets: [] })
  const withdrawn = new AbortController()
  const answers = [
    ask?.('a')(call('main/a'), signal),
    ask?.('b')(call('main/b'), withdrawn.signal),
    ask?.('c')(call('main/c'), signal),
  ]
  await new Promise((resolve) => setImmediate(resolve))
  expect(prompts).toHaveLength(1)
  withdrawn.abort()
  prompts[0]?.('yes')
  await new Promise((resolve) => setImmediate(resolve))
  expect(prompts).toHaveLength(2)
  prompts[1]?.('no')
  expect(await Promise.all(answers)).toEqual([{ kind: 'approved' }, null, { kind: 'declined', reason: '' }])
  expect(terminal.errText()).not.toContain('main/b')
})
