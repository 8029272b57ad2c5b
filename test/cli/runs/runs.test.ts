import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { folderWith, masHere } from '../mas.ts'
import { tasksOn, topicOf, writerScript } from '../writer-script.ts'

/** A folder with two runs: `one`, of a topic, and `many`, of two tasks of which one fails. */
async function twoRuns() {
  await using server = await startModelServer((request) =>
    topicOf(request) === 'bad' ? { kind: 'status', status: 400, body: {} } : { kind: 'reply', content: `about ${topicOf(request)}` },
  )
  const folder = folderWith({ 'w.mas': writerScript, 'tasks.jsonl': tasksOn('good', 'bad') })
  const model = ['--model', `default=openai:m@${server.baseUrl}`, '--seed', '4']
  const run = (...flags: readonly string[]) => masHere(['run', 'w.mas', ...model, ...flags], folder.path)
  expect(await run('--input', 'topic=rain', '--run-id', 'one', '--trace', 'one.jsonl')).toMatchObject({ exit: 0 })
  expect(await run('--tasks', 'tasks.jsonl', '--run-id', 'many')).toMatchObject({ exit: 3 })
  return { ...folder, mas: (...commandLine: readonly string[]) => masHere(commandLine, folder.path) }
}

const jsonOf = ({ out }: { readonly out: string }): unknown => JSON.parse(out)

describe('mas runs', () => {
  test('lists what is kept, the last first', async () => {
    using folder = await twoRuns()
    const { exit, out, err } = await folder.mas('runs')
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'TIME').split('\n').map((line) => line.split(/\s+/))).toEqual([
      ['run', 'state', 'tasks', 'calls', 'touched'],
      ['many', 'failed', '2/2', '2', 'TIME'],
      ['one', 'succeeded', '1/1', '1', 'TIME'],
      [''],
    ])
  })

  test('lists as JSON', async () => {
    using folder = await twoRuns()
    writeFileSync(join(folder.path, '.mas', 'runs', 'odd.sqlite'), 'no database, and long enough to be told from an empty one. '.repeat(20))
    expect(jsonOf(await folder.mas('runs', 'list', '--json'))).toMatchObject({
      version: 1,
      runs: [
        { id: 'many', state: 'failed', workflow: 'main', seed: 4, tasks: { planned: 2, finished: 2, failed: 1 }, calls: 2 },
        { id: 'one', state: 'succeeded', file: 'w.mas', usage: { requests: 1, prompt_tokens: 10 } },
        { id: 'odd', state: 'unreadable', message: expect.stringMatching(/is damaged/) as string },
      ],
    })
    expect((await folder.mas('runs')).err).toMatch(/^mas: .*odd\.sqlite is damaged/)
  })

  test('says where there are none', async () => {
    using folder = folderWith({})
    expect(await masHere(['runs'], folder.path)).toEqual({
      exit: 0,
      out: '',
      err: 'no runs are kept in .mas/runs: "mas run FILE --run-id ID" begins one\n',
    })
    expect(existsSync(join(folder.path, '.mas'))).toBe(false)
  })
})

describe('mas runs show', () => {
  test('tells what came of each task', async () => {
    using folder = await twoRuns()
    const { out } = await folder.mas('runs', 'show', 'many')
    expect(out).toMatch(/^many: failed, workflow main, seed 4\nmodel default: openai:m@http\S+\ntask good: ok after 1 call: about good\ntask bad: failed after 1 call: main\/return\/Writer model_rejected: /)
    expect(jsonOf(await folder.mas('runs', 'show', 'one', '--json'))).toMatchObject({
      version: 1,
      run: { id: 'one' },
      results: [{ inputs: { topic: 'rain' }, calls: 1, outcome: { kind: 'ok', value: 'about rain' }, usage: { requests: 1 } }],
    })
  })

  test.each([
    ['onee', 'mas: there is no run "onee" in .mas/runs. Did you mean "one"? "mas runs" lists them\n'],
    ['a/b', 'mas: "a/b" cannot name a run: it must begin with a letter or digit and hold only those, ".", "_" and "-", at most 100 of them\n'],
  ])('%s is told', async (id, err) => {
    using folder = await twoRuns()
    for (const action of ['show', 'export']) expect(await folder.mas('runs', action, id)).toEqual({ exit: 2, out: '', err })
  })
})

test.each([['runs', 'show', 'it'], ['runs', 'export', 'it'], ['resume', 'it']])('%s %s: a folder for runs that is none is told', async (...command) => {
  using folder = folderWith({ 'w.mas': writerScript })
  expect(await masHere([...command, '--runs', 'w.mas'], folder.path)).toEqual({ exit: 2, out: '', err: 'mas: the folder w.mas does not exist\n' })
})

describe('mas runs export', () => {
  test('gives the lines of a trace, without the times of what came between', async () => {
    using folder = await twoRuns()
    const linesOf = (text: string) =>
      text.trim().split('\n').map((line) => ({ ...(JSON.parse(line) as object), time: 0, usage: 0, replayed: 0 }))
    const traced = linesOf(readFileSync(join(folder.path, 'one.jsonl'), 'utf8'))
    expect(linesOf((await folder.mas('runs', 'export', 'one')).out)).toEqual(traced)
    expect(await folder.mas('runs', 'export', 'one', '-o', 'again.jsonl')).toEqual({ exit: 0, out: '', err: 'wrote again.jsonl\n' })
    expect(linesOf(readFileSync(join(folder.path, 'again.jsonl'), 'utf8'))).toEqual(traced)
  })

  test('what it writes can be replayed', async () => {
    using folder = await twoRuns()
    await folder.mas('runs', 'export', 'one', '-o', 'again.jsonl')
    const again = await folder.mas('run', 'w.mas', '--input', 'topic=rain', '--model', 'default=replay:again.jsonl')
    expect(again).toMatchObject({ exit: 0, out: 'about rain\n' })
  })

  test('writes Parquet, a row for each event', async () => {
    using folder = await twoRuns()
    const { exit, err } = await folder.mas('runs', 'export', 'many', '--format', 'parquet', '-o', 'many.parquet')
    expect({ exit, err }).toEqual({ exit: 0, err: expect.stringMatching(/^wrote many\.parquet: \d+ events\n$/) as string })
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder.path, 'many.parquet')) })
    const { out } = await folder.mas('runs', 'export', 'many')
    const events = out.trim().split('\n').slice(1, -1).map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(rows).toHaveLength(events.length)
    expect(rows.map((row) => ({ ...row, time: (row.time as Date).getTime(), event: row.event }))).toEqual(
      events.map((event) => ({
        run: 'many',
        task: event.task,
        sequence: event.sequence,
        time: Math.trunc(Number(event.time) * 1000),
        kind: event.kind,
        node: event.node ?? null,
        event,
      })),
    )
  })

  test.each([
    ["update entries set asked = 'other'", 'asks something else than in .mas/runs/one.sqlite'],
    ["update entries set ended = '{}'", '.mas/runs/one.sqlite is damaged'],
  ])('what is kept and cannot be told is no failed run: %s', async (change, message) => {
    using folder = await twoRuns()
    const database = new DatabaseSync(join(folder.path, '.mas', 'runs', 'one.sqlite'))
    database.exec(change)
    database.close()
    const before = readdirSync(folder.path)
    for (const flags of [[], ['-o', 'again.jsonl'], ['--format', 'parquet', '-o', 'one.parquet']]) {
      const { exit, out, err } = await folder.mas('runs', 'export', 'one', ...flags)
      expect(exit).toBe(2)
      expect(err).toMatch(/^mas: the run one cannot be exported: /)
      expect(err).toContain(message)
      expect(out).not.toContain('run_finished')
    }
    expect(readdirSync(folder.path)).toEqual(before)
  })

  test('Parquet goes to a file only', async () => {
    using folder = await twoRuns()
    expect(await folder.mas('runs', 'export', 'one', '--format', 'parquet')).toMatchObject({ exit: 2, out: '' })
  })
})

describe('mas runs prune', () => {
  const left = (folder: string) => readdirSync(join(folder, '.mas', 'runs')).filter((name) => name.endsWith('.sqlite'))

  test('keeps so many, and tells which it deleted', async () => {
    using folder = await twoRuns()
    expect(await folder.mas('runs', 'prune', '--keep', '1')).toEqual({ exit: 0, out: 'one\n', err: 'deleted 1 run\n' })
    expect(left(folder.path)).toEqual(['many.sqlite'])
    expect(jsonOf(await folder.mas('runs', 'prune', '--older-than', '0m', '--json'))).toEqual({ version: 1, deleted: ['many'] })
    expect(readdirSync(join(folder.path, '.mas', 'runs'))).toEqual([])
  })

  test('leaves what is not old, whatever the file says', async () => {
    using folder = await twoRuns()
    utimesSync(join(folder.path, '.mas', 'runs', 'one.sqlite'), 0, 0)
    expect(await folder.mas('runs', 'prune', '--older-than', '1d')).toMatchObject({ exit: 0, err: 'deleted no runs\n' })
    expect(left(folder.path)).toHaveLength(2)
  })

  test('a run that was ended before its first call is as old as its name', async () => {
    using folder = folderWith({ 'w.mas': writerScript })
    const model = ['--model', 'default=openai:m@http://localhost:1']
    const begun = ['run', 'w.mas', '--input', 'topic=x', '--run-id', 'it', '--trace', 'nowhere/t.jsonl', ...model]
    expect(await masHere(begun, folder.path)).toMatchObject({ exit: 2 })
    const pruned = await masHere(['runs', 'prune', '--older-than', '1d', '--unfinished'], folder.path)
    expect(pruned).toEqual({ exit: 0, out: '', err: 'deleted no runs\n' })
    expect((await masHere(['runs'], folder.path)).out).not.toContain('1970')
  })

  test.each([
    [[], 'say which runs to delete'],
    [['--older-than', '3 weeks'], 'It must be a number of days, hours or minutes: 30d, 12h or 45m.'],
    [['--keep', '-1'], 'It must be a whole number, 0 or more.'],
  ])('%j is told', async (flags, message) => {
    using folder = folderWith({})
    const { exit, err } = await masHere(['runs', 'prune', ...flags], folder.path)
    expect(exit).toBe(2)
    expect(err).toContain(message)
  })
})
