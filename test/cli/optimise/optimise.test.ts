import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { folderWith, mas, masHere } from '../mas.ts'

const script = `
agent Classify(question: string) -> string { temperature 0 }

agent Solver(question: string) -> string

workflow main(question: string) -> string {
  _ = Solver("Say hello.")
  kind = Classify(question)
  again = Classify(question)
  answer = vote(sample 5 of Solver(question))
  return "{{kind}} {{again}} {{answer}}"
}

workflow plain(question: string) -> string { return Solver(question) }
`

const written = { calls: 8, tool_calls: 0, tokens: 8192, depth: 1 }
const optimised = { calls: 6, tool_calls: 0, tokens: 6144, depth: 3 }
const flags = ['--input', 'question=6 * 7', '--seed', '3']

describe('mas run --optimise', () => {
  test('makes fewer requests for the same value, and says how many', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: '42' }))
    using folder = folderWith({ 's.mas': script })
    const run = (...more: readonly string[]) =>
      mas(['run', 's.mas', ...flags, '--model', `default=openai:m@${server.baseUrl}`, ...more], { folder: folder.path })
    const plain = await run()
    expect(plain).toMatchObject({ exit: 0, out: '42 42 42\n' })
    expect(plain.err).toMatch(/^8 requests, .*\n$/)
    const { exit, out, err } = await run('--optimise')
    expect({ exit, out }).toEqual({ exit: 0, out: plain.out })
    expect(err).toMatch(
      /^4 requests, .*, seed 3\noptimised: bound of 6 requests in place of 8; votes that were certain early saved 2 requests\n$/,
    )
  })

  test('sums up over tasks', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: '42' }))
    const tasks = '{"id":"a","input":{"question":"1"}}\n{"id":"b","input":{"question":"2"}}\n'
    using folder = folderWith({ 's.mas': script, 't.jsonl': tasks })
    const model = `default=openai:m@${server.baseUrl}`
    const { err } = await mas(['run', 's.mas', '--tasks', 't.jsonl', '--optimise', '--model', model], { folder: folder.path })
    expect(err).toMatch(/\noptimised: bound of 6 requests in place of 8; votes that were certain early saved 4 requests\n$/)
  })

  test('leaves a trace that can be shown', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: '42' }))
    using folder = folderWith({ 's.mas': script })
    const model = `default=openai:m@${server.baseUrl}`
    await mas(['run', 's.mas', ...flags, '--optimise', '--trace', 't.jsonl', '--model', model], { folder: folder.path })
    const { exit, out, err } = await mas(['trace', 't.jsonl'], { folder: folder.path })
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain('sample')
    expect(readFileSync(join(folder.path, 't.jsonl'), 'utf8')).toMatch(/"kind":"samples_skipped","node":"main\/answer\/sample","skipped":2/)
  })

  test('--json tells the bounds, each change, and what each run saved', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: '42' }))
    using folder = folderWith({ 's.mas': script })
    const model = `default=openai:m@${server.baseUrl}`
    const { out } = await mas(['run', 's.mas', ...flags, '--optimise', '--json', '--model', model], { folder: folder.path })
    expect(JSON.parse(out)).toMatchObject({
      optimised: {
        written_bounds: written,
        bounds: optimised,
        changes: [
          { kind: 'dropped', node: 'main/_', before: { calls: 1 }, after: { calls: 0 } },
          { kind: 'merged', node: 'main/again', into: 'main/kind' },
          { kind: 'early_vote', node: 'main/answer/sample', before: { calls: 5, depth: 1 }, after: { calls: 5, depth: 3 } },
        ],
      },
      results: [{ usage: { requests: 4, saved_requests: 2 } }],
    })
  })
})

describe('mas graph --optimise', () => {
  test('prints the graph that runs, and says on standard error what was done', async () => {
    using folder = folderWith({ 's.mas': script })
    const { exit, out, err } = await masHere(['graph', 's.mas', '--optimise', '--format', 'json'], folder.path)
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ version: 1, bounds: optimised })
    expect(err).toBe(
      'dropped main/_: 1 request, never used\n' +
        'merged main/again: 1 request, the same call as main/kind\n' +
        'early vote main/answer/sample: 5 requests at most, depth 1 becomes 3\n' +
        'bound: 6 requests, depth 3; as written: 8 requests, depth 1\n',
    )
  })

  test('tells of tool calls, and nothing of pure steps', async () => {
    const tool = 'tool look(x: string) -> string from "host:look" pure'
    const tools = `${tool}\nworkflow main(x: string) -> string { a = trim(x) _ = look(a) return x }`
    using folder = folderWith({ 's.mas': tools })
    const { err } = await masHere(['graph', 's.mas', '--optimise'], folder.path)
    expect(err).toBe('dropped main/_: 1 tool call, never used\nbound: 0 requests, depth 0; as written: 0 requests, depth 0\n')
  })
})

describe('mas check --optimise', () => {
  test('shows what each workflow can cost as it is written, and optimised', async () => {
    using folder = folderWith({ 's.mas': script })
    const { exit, out } = await masHere(['check', 's.mas', '--optimise'], folder.path)
    expect(exit).toBe(0)
    expect(out.split('\n').map((line) => line.trim().split(/ {2,}/))).toMatchObject([
      ['workflow', 'calls', 'tool calls', 'tokens', 'depth'],
      ['main', '8', '0', '8,192', '1'],
      ['main, optimised', '6', '0', '6,144', '3'],
      ['plain', '1', '0', '1,024', '1'],
      ['plain, optimised', '1', '0', '1,024', '1'],
      [''],
      ['1 file: no problems'],
      [''],
    ])
  })

  test('--json has both', async () => {
    using folder = folderWith({ 's.mas': script })
    const { out } = await masHere(['check', 's.mas', '--optimise', '--json'], folder.path)
    const main = { name: 'main', bounds: written, optimised_bounds: optimised }
    expect(JSON.parse(out)).toMatchObject({ workflows: [main, { name: 'plain' }] })
  })

  test('does not go with --sarif', async () => {
    using folder = folderWith({ 's.mas': script })
    expect((await masHere(['check', 's.mas', '--optimise', '--sarif'], folder.path)).exit).toBe(2)
  })
})
