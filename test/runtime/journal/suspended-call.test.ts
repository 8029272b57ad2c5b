import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import { answeredCalls, suspendedCall } from '../../../runtime/journal/suspended-call.ts'
import { formatVersion } from '../../../runtime/journal/schema.ts'
import type { Answer } from '../../../runtime/suspension/answer.ts'
import { person } from '../../../runtime/tools/person.ts'
import { block, constant, graph, int, tool, value } from '../graph-builder.ts'
import { journalFolder, opened } from './journal-folder.ts'

const row = { node: 'main/sign', attempt: 1, asked: 'hash' }
const ended = { kind: 'suspended', inDoubt: false, question: 'Sure?', awaits: 'result', tool: 'sign', arguments: {}, result: int }

test('a row is a call that waits, with the place of its answer', () => {
  expect(suspendedCall(row, ended)).toEqual({
    call: { node: 'main/sign', question: 'Sure?', awaits: 'result', tool: 'sign', arguments: {}, result: int },
    entry: { place: { kind: 'answer', node: 'main/sign', round: 1 }, asked: 'hash' },
  })
})

test.each([
  null,
  { ...ended, question: 1 },
  { ...ended, awaits: 'money' },
  { ...ended, arguments: null },
  { ...ended, result: {} },
  { ...ended, tool: null },
])('%j is damage', (stored) => {
  expect(() => suspendedCall(row, stored)).toThrow('it holds no question of main/sign')
})

test.each<[string, Answer, object]>([
  ['main/other', { kind: 'approved' }, { kind: 'not_awaited', message: 'no call waits for an answer at main/other' }],
  [
    'main/sign',
    { kind: 'approved' },
    { kind: 'unfit', message: expect.stringContaining('main/sign: it waits for its result') as string },
  ],
])('an answer to %s of %j brings nothing', (node, answer, problem) => {
  const answers = new Map<string, Answer>([
    ['main/sign', { kind: 'value', value: 1 }],
    [node, answer],
  ])
  expect(answeredCalls([suspendedCall(row, ended)], answers)).toEqual({ kind: 'error', problem })
})

const question = graph({
  result: int,
  tools: [tool('sign', { result: int })],
  body: block([{ kind: 'tool', name: 'main/sign', tool: 'sign', arguments: [constant('x')], result: 'a' }], value('a')),
})

const run = (journal: ReturnType<typeof opened>) =>
  runWorkflow({
    graph: question,
    inputs: {},
    models: new Map(),
    tools: new Map([['host:sign', person]]),
    seed: 1,
    journal: journal.run(),
  })

test('an answer is kept whole or not at all, once, and not while the run is under way', async () => {
  using folder = journalFolder()
  using journal = opened(folder.file())
  expect(journal.awaited()).toEqual({ kind: 'ok', value: [] })
  const answer = (of: Answer) => journal.answer(null, new Map([['main/sign', of]]), 2000)
  expect(answer({ kind: 'value', value: 7 })).toMatchObject({ kind: 'not_awaited' })
  const running = run(journal)
  expect(answer({ kind: 'value', value: 7 })).toMatchObject({ kind: 'in_use' })
  await running.result
  expect(answer({ kind: 'value', value: 'seven' })).toMatchObject({ kind: 'unfit' })
  expect(journal.awaited()).toMatchObject({ value: [{ node: 'main/sign' }] })
  expect(answer({ kind: 'value', value: 7 })).toBe(null)
  expect(answer({ kind: 'value', value: 8 })).toMatchObject({ kind: 'not_awaited' })
  expect((await run(journal).result).outcome).toEqual({ kind: 'ok', value: 7 })
})

test('a journal of the version before goes on, and says then that older programs cannot read it', async () => {
  using folder = journalFolder()
  opened(folder.file()).close()
  const change = (pragma: string) => {
    using database = new DatabaseSync(folder.file())
    return database.prepare(`pragma ${pragma}`).get()
  }
  change('user_version = 1')
  opened(folder.file(), { mode: 'read' }).close()
  expect(change('user_version')).toEqual({ user_version: 1 })
  using journal = opened(folder.file())
  expect((await run(journal).result).outcome).toMatchObject({ kind: 'suspended' })
  expect(change('user_version')).toEqual({ user_version: formatVersion })
})
