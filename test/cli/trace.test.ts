import { expect, test } from 'vitest'
import { startModelServer } from '../model-server/index.ts'
import { folderWith, masHere } from './mas.ts'

const script = 'agent Writer(topic: string) -> string\nworkflow main(topic: string) -> string { return vote(sample 2 of Writer(topic)) }\n'
const tasks = '{"id":"a","input":{"topic":"x"}}\n{"id":"b","input":{"topic":"y"}}\n'

async function traced(words: readonly string[], folder: string): Promise<void> {
  await using server = await startModelServer(() => ({ kind: 'reply', content: 'a poem' }))
  const { exit } = await masHere(['run', 'a.mas', '--model', `default=openai:m@${server.baseUrl}`, '--trace', 't.jsonl', ...words], folder)
  expect(exit).toBe(0)
}

test('mas trace prints a run as a tree, with its critical path', async () => {
  using folder = folderWith({ 'a.mas': script })
  await traced(['--input', 'topic=x'], folder.path)
  const { exit, out, err } = await masHere(['trace', 't.jsonl'], folder.path)
  expect([exit, err]).toEqual([0, ''])
  const lines = out.replaceAll(/ +\d+\.\d\d s/g, '').split('\n')
  expect(lines.slice(0, 2)).toEqual(['  main  20 + 10 tokens', '  └ main/return/sample (sample)  20 + 10 tokens'].map((line) => expect.stringMatching(line.split('  20')[0]?.trim().replaceAll(/[()]/g, '.') ?? '') as string))
  expect(out.match(/request to default/g)).toHaveLength(2)
  expect(out.match(/^\*/gm)).toHaveLength(1)
  expect(out).toMatch(/critical path: \d+\.\d\d s in 1 calls \(\d+ % of the run\)\n +\d+\.\d\d s {2}main\/return\/sample\[[12]\]\/Writer default\n$/)
})

test('one task of several is chosen', async () => {
  using folder = folderWith({ 'a.mas': script, 'tasks.jsonl': tasks })
  await traced(['--tasks', 'tasks.jsonl'], folder.path)
  expect(await masHere(['trace', 't.jsonl'], folder.path)).toEqual({
    exit: 2,
    out: '',
    err: 'mas: t.jsonl holds 2 tasks: choose one with --task ID. There is "a", "b".\n',
  })
  expect(await masHere(['trace', 't.jsonl', '--task', 'c'], folder.path)).toMatchObject({ exit: 2, err: expect.stringContaining('holds no task "c"') as string })
  const { out } = await masHere(['trace', 't.jsonl', '--task', 'b', '--json'], folder.path)
  expect(JSON.parse(out)).toMatchObject({ version: 1, tree: { kind: 'workflow', what: 'main' }, critical_path: [{ what: 'default' }] })
})

test('what is no trace is told', async () => {
  using folder = folderWith({ 'notes.txt': 'my notes' })
  expect(await masHere(['trace', 'notes.txt'], folder.path)).toMatchObject({ exit: 2, err: expect.stringContaining('notes.txt cannot be shown: ') as string })
  expect(await masHere(['trace', 'none.jsonl'], folder.path)).toMatchObject({ exit: 2, err: expect.stringContaining('none.jsonl does not exist') as string })
})
