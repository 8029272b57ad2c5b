import { expect, test } from 'vitest'
import { OpenQuestions } from '../../../runtime/suspension/open-questions.ts'
import type { AwaitedCall } from '../../../runtime/suspension/awaited-call.ts'
import { string } from '../graph-builder.ts'

const call = (node: string): AwaitedCall => ({
  node,
  tool: 'pay',
  arguments: {},
  question: '?',
  awaits: 'result',
  result: string,
})
const { signal } = new AbortController()

test('what is answered is never open', async () => {
  const questions = new OpenQuestions(
    ({ node }) => Promise.resolve({ kind: 'value', value: node }),
    () => expect.fail(),
  )
  expect(await questions.ask(call('main/a'), signal)).toEqual({ kind: 'value', value: 'main/a' })
  expect(questions.unanswered).toEqual([])
})

test.each([
  ['nobody answers', undefined],
  ['the one who could does not', () => Promise.resolve(null)],
])('where %s, questions stay open until they are withdrawn', async (_, answer) => {
  let told = 0
  const questions = new OpenQuestions(answer, () => (told += 1))
  const controller = new AbortController()
  const ends = [questions.ask(call('main/b'), signal), questions.ask(call('main/a'), controller.signal)]
  await new Promise((resolve) => setImmediate(resolve))
  expect(questions.unanswered.map(({ node }) => node)).toEqual(['main/a', 'main/b'])
  expect(told).toBe(2)
  controller.abort()
  expect(await ends[1]).toEqual({ kind: 'aborted' })
  expect(questions.unanswered.map(({ node }) => node)).toEqual(['main/b'])
})

test('whoever is still answering when a question is withdrawn is not waited for', async () => {
  const controller = new AbortController()
  const questions = new OpenQuestions(
    () => new Promise(() => undefined),
    () => expect.fail(),
  )
  const end = questions.ask(call('main/a'), controller.signal)
  controller.abort()
  expect(await end).toEqual({ kind: 'aborted' })
  expect(await questions.ask(call('main/a'), controller.signal)).toEqual({ kind: 'aborted' })
})
