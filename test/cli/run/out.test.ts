import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { folderWith, masHere } from '../mas.ts'

const script = 'agent A() -> string\nworkflow main() -> string[4] { return sample 4 of A() }\n'

test('--out keeps the --json value beside the text, and --concurrency holds', async () => {
  await using server = await startModelServer(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return { kind: 'reply', content: 'a' }
  })
  using folder = folderWith({ 'a.mas': script })
  const words = ['run', 'a.mas', '--model', `default=openai:m@${server.baseUrl}`, '--concurrency', '2', '--out', 'r.json']
  const { exit, out } = await masHere(words, folder.path)
  expect([exit, JSON.parse(out)]).toEqual([0, ['a', 'a', 'a', 'a']])
  expect(JSON.parse(readFileSync(join(folder.path, 'r.json'), 'utf8'))).toMatchObject({
    version: 1,
    results: [{ outcome: { kind: 'ok', value: ['a', 'a', 'a', 'a'] }, usage: { requests: 4 } }],
  })
  expect(server.mostAtOnce()).toBe(2)
})

test('a place where nothing can be written is told before anything is asked', async () => {
  await using server = await startModelServer(() => ({ kind: 'reply', content: 'a' }))
  using folder = folderWith({ 'a.mas': script })
  const model = ['--model', `default=openai:m@${server.baseUrl}`]
  const { exit, out, err } = await masHere(['run', 'a.mas', ...model, '--out', 'no/folder/r.json'], folder.path)
  expect([exit, out]).toEqual([2, ''])
  expect(err).toMatch(/^mas: .*r\.json cannot be written: there is no folder .*no\/folder\.\n$/)
  expect(server.requests).toEqual([])
})

test('where the file cannot be written in the end, the result is shown all the same', async () => {
  using folder = folderWith({ 'a.mas': script })
  await using server = await startModelServer(() => {
    mkdirSync(join(folder.path, 'r.json'), { recursive: true })
    return { kind: 'reply', content: 'a' }
  })
  const model = ['--model', `default=openai:m@${server.baseUrl}`]
  const { exit, out, err } = await masHere(['run', 'a.mas', ...model, '--out', 'r.json'], folder.path)
  expect([exit, JSON.parse(out)]).toEqual([2, ['a', 'a', 'a', 'a']])
  expect(err).toMatch(/r\.json cannot be written \(EISDIR\)\.\n/)
})

test.each([['--trace', 'no/t.jsonl'], ['--out', 'no/r.json'], ['--otlp', 'localhost']])('a run that is refused for its %s is not kept', async (...flags) => {
  using folder = folderWith({ 'a.mas': script })
  const model = ['--model', 'default=openai:m@http://127.0.0.1:9/v1']
  expect(await masHere(['run', 'a.mas', ...model, '--run-id', 'it', ...flags], folder.path)).toMatchObject({ exit: 2 })
  expect(readdirSync(folder.path)).toEqual(['a.mas'])
})
