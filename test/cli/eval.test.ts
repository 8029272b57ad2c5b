import { describe, expect, test } from 'vitest'
import { startModelServer } from '../model-server/index.ts'
import { folderWith, mas, masHere, projectFolder } from './mas.ts'

const tasks = [
  '{"id":"a","input":{"expression":"(3+5)*2-7"},"expected":"9"}',
  '{"id":"b","input":{"expression":"3+4"},"expected":"7"}',
  '{"id":"c","input":{"expression":"2-9"}}',
].join('\n')

const script = 'examples/arithmetic.mas'

describe('mas eval', () => {
  test('sets scripts side by side, with what they cost', async () => {
    using folder = folderWith({ 'tasks.jsonl': tasks })
    const words = ['eval', script, `${script}#voted`, '--tasks', `${folder.path}/tasks.jsonl`, '--scorer', 'exact', '--seed', '1']
    const { exit, out, err } = await masHere(words, projectFolder)
    expect([exit, err]).toEqual([0, ''])
    const [header, first, second] = out.split('\n')
    expect(header).toMatch(/^script +score +95 % +against the first +runs +requests +tokens +seconds$/)
    expect(first).toMatch(/^examples\/arithmetic\.mas +100 % +100 % to 100 % +3 +1\.\d +\d+ +\d\.\d\d$/)
    expect(second).toMatch(/^examples\/arithmetic\.mas#voted +\d+ % .* 3 +5\.0 /)
    expect(out).toContain(`${script}: 1 not judged: no "expected"\n`)
  })

  test('evaluates a graph file like the script it comes from', async () => {
    const graph = await masHere(['graph', script, '--workflow', 'voted', '--format', 'json'], projectFolder)
    using folder = folderWith({ 'tasks.jsonl': tasks, 'voted.json': graph.out })
    const words = ['eval', `${folder.path}/voted.json`, `${script}#voted`, '--tasks', `${folder.path}/tasks.jsonl`, '--scorer', 'exact']
    const { exit, out } = await masHere([...words, '--seed', '1', '--json'], projectFolder)
    const { scripts } = JSON.parse(out) as { scripts: readonly { readonly score: unknown; readonly requests: number }[] }
    expect(exit).toBe(0)
    expect(scripts[0]).toMatchObject({ script: `${folder.path}/voted.json`, score: scripts[1]?.score, requests: scripts[1]?.requests })
  })

  test('keeps results, makes those that are missing, and refuses those of something else', async () => {
    using folder = folderWith({ 'tasks.jsonl': tasks })
    const evaluate = (file: string, ...more: readonly string[]) =>
      masHere(['eval', file, '--tasks', `${folder.path}/tasks.jsonl`, '--scorer', 'numeric', '--out', `${folder.path}/out`, ...more], projectFolder)
    const first = await evaluate(script, '--json', '--seed', '3')
    expect(JSON.parse(first.out)).toMatchObject({ version: 1, seed: 3, scripts: [{ script, runs: 3 }], results: [{ task: 'a' }, {}, {}] })
    const second = await evaluate(script, '--json', '--repeat', '2')
    expect(JSON.parse(second.out)).toMatchObject({ seed: 3, scripts: [{ runs: 6 }] })
    const results = (text: string) => (JSON.parse(text) as { results: readonly unknown[] }).results
    expect(results(second.out).slice(0, 3)).toEqual(results(first.out))
    const other = await evaluate(`${script}#direct`)
    expect(other).toMatchObject({ exit: 2, err: expect.stringContaining('results.jsonl is of another evaluation: scripts[0].name was') as string })
  })

  test.each([
    [['--scorer', 'exac'], 'there is no scorer "exac". Did you mean "exact"?'],
    [['--scorer', 'exact', '--model', 'nonsense'], '--model "nonsense" is not SLOT=SPEC'],
  ])('%j is told before anything runs', async (words, message) => {
    using folder = folderWith({ 'tasks.jsonl': tasks })
    const { exit, out, err } = await masHere(['eval', script, '--tasks', `${folder.path}/tasks.jsonl`, ...words], projectFolder)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(message)
  })

  test('a script that does not compile is status 1, a workflow or task file that is not there status 2', async () => {
    using folder = folderWith({ 'wrong.mas': 'workflow main() -> string { return x }', 'tasks.jsonl': tasks })
    const evaluate = (file: string, taskFile = `${folder.path}/tasks.jsonl`) =>
      masHere(['eval', file, '--tasks', taskFile, '--scorer', 'exact'], projectFolder)
    expect((await evaluate(`${folder.path}/wrong.mas`)).exit).toBe(1)
    expect(await evaluate(`${script}#mian`)).toMatchObject({ exit: 2, err: expect.stringContaining('Did you mean "main"?') as string })
    expect(await evaluate(script, 'no.jsonl')).toMatchObject({ exit: 2, err: expect.stringContaining('no.jsonl does not exist') as string })
  })

  test('a server that is away is no verdict: such runs are told, and made again', async () => {
    const writer = 'agent A(task: string) -> string\nworkflow main(task: string) -> string { return A(task) }\n'
    using folder = folderWith({
      'a.mas': writer,
      'tasks.jsonl': '{"id":"one","input":{"task":"x"},"expected":"a poem"}\n',
      'c.json': '{"limits":{"retries":0}}',
    })
    let isAway = true
    await using server = await startModelServer(() => (isAway ? { kind: 'status', status: 503 } : { kind: 'reply', content: 'a poem' }))
    const words = ['eval', 'a.mas', '--tasks', 'tasks.jsonl', '--scorer', 'exact', '--out', 'out', '--seed', '1', '--config', 'c.json']
    const evaluate = () => masHere([...words, '--model', `default=openai:m@${server.baseUrl}`], folder.path)
    expect(await evaluate()).toMatchObject({ exit: 3, err: expect.stringContaining("1 run failed because a model's server was away") as string })
    isAway = false
    const again = await evaluate()
    expect([again.exit, again.out]).toEqual([0, expect.stringMatching(/^a\.mas +100 %/m)])
  })

  test('the limits of a server hold over all scripts, and what is left out of requests is told once', async () => {
    const writer = 'agent A(task: string) -> string { temperature 0.5 }\nworkflow main(task: string) -> string[2] { return sample 2 of A(task) }\n'
    await using server = await startModelServer(async ({ temperature }) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      if (temperature !== undefined) return { kind: 'status', status: 400, body: { error: { message: "'temperature' is not supported" } } }
      return { kind: 'reply', content: 'a' }
    })
    const configuration = JSON.stringify({ endpoints: { [server.baseUrl]: { concurrency: 1 } } })
    using folder = folderWith({ 'a.mas': writer, 'b.mas': writer, 'tasks.jsonl': '{"id":"one","input":{"task":"x"}}\n', 'c.json': configuration })
    const words = ['--tasks', 'tasks.jsonl', '--scorer', 'exact', '--config', 'c.json', '--model', `default=openai:m@${server.baseUrl}`]
    const { exit, err } = await masHere(['eval', 'a.mas', 'b.mas', ...words], folder.path)
    expect([exit, err]).toEqual([0, 'note: model "default": temperature was left out: the model does not take it\n'])
    expect(server.mostAtOnce()).toBe(1)
  })
})

describe('the scorer of mas eval', () => {
  const script = 'workflow main(x: string) -> string { return x }\n'
  const line = (id: string, x: string, rest: object): string => JSON.stringify({ id, input: { x }, ...rest })
  const files = (lines: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    folderWith({ 'a.mas': script, 'tasks.jsonl': `${lines.join('\n')}\n`, ...more })
  const evaluate = (folder: string, ...words: readonly string[]) => masHere(['eval', 'a.mas', '--tasks', 'tasks.jsonl', '--seed', '1', ...words], folder)
  const scores = (out: string) => (JSON.parse(out) as { results: readonly { score: unknown }[] }).results.map(({ score }) => score)

  test('may be named by each task, with options', async () => {
    using folder = files([
      line('a', '\\frac12', { expected: '0.5', scorer: 'math' }),
      line('b', '101', { expected: 100, scorer: { name: 'numeric', relativeTolerance: 0.01 } }),
      line('c', 'abc', { schema: { type: 'string', maxLength: 2 }, scorer: 'schema' }),
      line('d', '101', { expected: 100, scorer: 'numeric' }),
    ])
    expect(scores((await evaluate(folder.path, '--json')).out)).toEqual([1, 1, 0, 0])
  })

  test('takes options from the command line', async () => {
    using folder = files([line('a', '7.2', { expected: 7 })])
    const words = ['--scorer', 'numeric', '--json']
    expect(scores((await evaluate(folder.path, ...words)).out)).toEqual([0])
    expect(scores((await evaluate(folder.path, ...words, '--scorer-option', 'tolerance=0.5')).out)).toEqual([1])
  })

  test('may be a function of a file; what it throws is told, stands in no score, and is scored again once it is mended', async () => {
    const broken = 'let calls = 0\nexport default (result, { expected }) => {\n  calls += 1\n  if (calls === 2) throw new Error("no idea")\n  return result === expected ? 0.5 : 0\n}\n'
    using folder = files([line('a', '1', { expected: '1' }), line('b', '2', { expected: '2' })], { 'mine.mjs': broken })
    const words = ['--scorer', './mine.mjs', '--out', 'out', '--concurrency', '1']
    const first = await evaluate(folder.path, ...words)
    expect(first).toMatchObject({ exit: 3, out: expect.stringContaining('1 not judged: the scorer ./mine.mjs threw: no idea') as string })
    expect(first.err).toContain('1 run could not be scored, because the scorer failed, and stand')
    expect(first.out).toMatch(/^a\.mas +50 %/m)
    const again = await evaluate(folder.path, ...words, '--json')
    expect([again.exit, scores(again.out)]).toEqual([0, [0.5, 0.5]])
  })

  test('may be a function whose promise is never settled: the command ends, and says so', async () => {
    using folder = files([line('a', '1', {})], { 'mine.mjs': 'export default () => new Promise(() => {})\n' })
    const words = ['eval', 'a.mas', '--tasks', 'tasks.jsonl', '--scorer', './mine.mjs']
    const { exit, out, err } = await mas(words, { folder: folder.path })
    expect({ exit, out }).toEqual({ exit: 70, out: '' })
    expect(err).toMatch(/^mas: this waits for a promise that nothing settles: of a scorer of yours, or .*\n$/)
  })

  test.each([
    [[], 'tasks.jsonl:1: task "a": it names no scorer, and there is none for all'],
    [['--scorer', 'numeric', '--scorer-option', 'tolerence=1'], '--scorer-option: the scorer numeric has no option "tolerence". Did you mean "tolerance"?'],
    [['--scorer', 'numeric', '--scorer-option', 'tolerance'], '--scorer-option: "tolerance" is not NAME=VALUE, as in tolerance=0.01'],
    [['--scorer-option', 'tolerance=1'], '--scorer-option is for the scorer that --scorer names'],
    [['--scorer', './missing.mjs'], 'the scorer ./missing.mjs does not exist'],
    [['--scorer', 'schema'], 'tasks.jsonl:1: task "a": "schema" cannot be used: '],
  ])('%j is told before anything runs', async (words, message) => {
    using folder = files([line('a', '1', { schema: { type: 'nothing' } })])
    const { exit, out, err } = await evaluate(folder.path, ...words)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(message)
  })
})
