import { expect, test } from 'vitest'
import { AnswerRounds } from '../../../../runtime/model/replay/answer-rounds.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('answers of a round come together, in the order in which they were asked for', async () => {
  const rounds = new AnswerRounds<string>()
  const given: string[] = []
  const slow = Promise.withResolvers<string>()
  const asked = [slow.promise, Promise.resolve('second')].map(async (answer) => given.push(await rounds.inRound(answer)))
  await turn()
  await turn()
  expect(given).toEqual([])
  slow.resolve('first')
  await Promise.all(asked)
  expect(given).toEqual(['first', 'second'])
})

test('what is asked for after an answer belongs to the next round', async () => {
  const rounds = new AnswerRounds<number>()
  const given: number[] = []
  const chain = async (from: number) => {
    for (let step = 0; step < 3; step += 1) given.push(await rounds.inRound(Promise.resolve(from + step)))
  }
  await Promise.all([chain(10), chain(20)])
  expect(given).toEqual([10, 20, 11, 21, 12, 22])
})

test('a fault is that of its own answer alone', async () => {
  const rounds = new AnswerRounds<string>()
  const asked = await Promise.allSettled([rounds.inRound(Promise.reject(new Error('no'))), rounds.inRound(Promise.resolve('yes'))])
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('those who wait for quiet go on one at a time, when no answer is under way', async () => {
  const rounds = new AnswerRounds<string>()
  const told: string[] = []
  const slow = Promise.withResolvers<string>()
  const asked = rounds.inRound(slow.promise).then((answer) => told.push(answer))
  const waiting = ['one', 'two'].map(async (name) => {
    await rounds.quiet()
    told.push(name)
    told.push(await rounds.inRound(Promise.resolve(`answer to ${name}`)))
  })
  await turn()
  await turn()
  expect(told).toEqual([])
  slow.resolve('first')
  await Promise.all([asked, ...waiting])
  expect(told).toEqual(['first', 'one', 'answer to one', 'two', 'answer to two'])
})
