import { expect, test } from 'vitest'
import { CommitQueue } from '../../../runtime/journal/commit-queue.ts'
import type { Committer } from '../../../runtime/journal/commit-queue.ts'
import type { JournalProblem } from '../../../runtime/journal/journal-problem.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

function queueWith(problem: JournalProblem | null = null) {
  const log: string[] = []
  const queue = new CommitQueue((write) => {
    log.push('begin')
    write()
    log.push(problem === null ? 'commit' : 'rollback')
    return problem
  })
  const settled = new Set<string>(['a', 'b'])
  const committer = (name: string): Committer => ({
    isSettled: () => settled.has(name),
    write: () => log.push(`write ${name}`),
    committed: () => log.push(`committed ${name}`),
    lost: ({ kind }) => log.push(`lost ${name} ${kind}`),
  })
  return { log, queue, settled, a: committer('a'), b: committer('b') }
}

test('what comes in during one turn shares a transaction, and takes effect after it', async () => {
  const { log, queue, a, b } = queueWith()
  queue.add(a)
  queue.add(b)
  queue.add(a)
  expect(log).toEqual([])
  await turn()
  expect(log).toEqual(['begin', 'write a', 'write b', 'commit', 'committed a', 'committed b'])
})

test('one that has not come to rest since its last batch waits, and holds up no other', async () => {
  const { log, queue, settled, a, b } = queueWith()
  settled.delete('a')
  queue.add(a)
  queue.add(b)
  await turn()
  expect(log).toEqual(['begin', 'write b', 'commit', 'committed b'])
  settled.add('a')
  await turn()
  expect(log.slice(4)).toEqual(['begin', 'write a', 'commit', 'committed a'])
})

test('a transaction that fails is lost for all in it', async () => {
  const { log, queue, a, b } = queueWith({ kind: 'unwritable', message: 'full' })
  queue.add(a)
  queue.add(b)
  await turn()
  expect(log.slice(-2)).toEqual(['lost a unwritable', 'lost b unwritable'])
})

test('one can be committed at once', async () => {
  const { log, queue, a, b } = queueWith()
  queue.commitNow(b)
  queue.add(a)
  queue.commitNow(a)
  expect(log).toEqual(['begin', 'write a', 'commit', 'committed a'])
  await turn()
  expect(log).toHaveLength(4)
})
