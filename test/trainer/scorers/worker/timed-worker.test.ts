import { expect, test } from 'vitest'
import { programBeside, TimedWorker } from '../../../../trainer/scorers/worker/index.ts'

const worker = new TimedWorker<string, string>(programBeside(import.meta.url, 'echo-worker'), { memoryMegabytes: 32 })

test('questions are answered in their order', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((question) => worker.ask(question, 10)))
  expect(answers).toEqual(['a', 'b', 'c'].map((reply) => ({ kind: 'reply', reply })))
})

test.each([
  ['loop', 0.2],
  ['throw', 10],
  ['exit', 10],
  ['fill', 20],
])('%s is too hard, and the next one is answered', async (question, seconds) => {
  const [hard, next] = await Promise.all([worker.ask(question, seconds), worker.ask('next', 10)])
  expect([hard, next]).toEqual([{ kind: 'too_hard' }, { kind: 'reply', reply: 'next' }])
})

test('a program that is not there is told', async () => {
  const missing = new TimedWorker<string, string>(programBeside(import.meta.url, 'no-worker'), { memoryMegabytes: 32 })
  expect(await missing.ask('a', 10)).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('no-worker') as string })
})
