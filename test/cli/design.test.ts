import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { startModelServer } from '../model-server/index.ts'
import type { AnswerRequest } from '../model-server/index.ts'
import { folderWith, mas, masHere } from './mas.ts'

const single = 'agent A(task: string) -> string\n\nworkflow main(task: string) -> string {\n  return A(task)\n}\n'
const team = 'agent A(task: string) -> string\n\nworkflow main(task: string) -> string {\n  return vote(sample 3 of A(task))\n}\n'
const broken = 'workflow main(task: string) -> string { return x }'

/** A model that writes one script after the other where it is asked to design, and repeats the task where it is asked to work. */
function designer(scripts: readonly string[]): AnswerRequest {
  let written = 0
  return ({ messages }) => {
    const asked = messages.at(-1)?.content ?? ''
    if (!messages[0]?.content?.startsWith('You design teams')) return { kind: 'reply', content: asked.split('\n').at(-1) ?? '' }
    written += 1
    return { kind: 'reply', content: scripts[written - 1] ?? broken }
  }
}

describe('mas design', () => {
  test('prints a script that can be used, with its graph and its bounds beside it', async () => {
    await using server = await startModelServer(designer([broken, single]))
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['design', 'Answer questions.', '--model', `openai:m@${server.baseUrl}`, '--seed', '1'], folder.path)
    expect([exit, out]).toEqual([0, single])
    expect(err).toContain('candidate 1, attempt 1:\n  Line 1, column 48: MAS2001')
    expect(err).toContain('candidate 1, attempt 2: a script that can be used\n')
    expect(err).toContain('flowchart')
    expect(err).toContain('at most 1 requests, 0 tool calls, 1024 tokens, depth 1\n')
  })

  test('writes it, runs it, and traces every attempt', async () => {
    await using server = await startModelServer(designer([broken, single]))
    using folder = folderWith({})
    const words = ['--model', `openai:m@${server.baseUrl}`, '-o', 'made.mas', '--run', '--input', 'task=hello', '--trace', 'trace.jsonl']
    const { exit, out } = await masHere(['design', 'Answer questions.', ...words], folder.path)
    expect([exit, out]).toEqual([0, 'hello\n'])
    expect(readFileSync(join(folder.path, 'made.mas'), 'utf8')).toBe(single)
    const lines = readFileSync(join(folder.path, 'trace.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { kind: string })
    expect(lines.map(({ kind }) => kind).filter((kind) => kind !== 'node_started' && kind !== 'node_finished')).toEqual([
      'trace',
      'design_attempt',
      'design_attempt',
      'run_started',
      'request_started',
      'request_finished',
      'run_finished',
      'trace_end',
    ])
  })

  test('asks nothing where the script cannot be written', async () => {
    await using server = await startModelServer(designer([single]))
    using folder = folderWith({})
    const { exit, err } = await masHere(['design', 'Answer.', '--model', `openai:m@${server.baseUrl}`, '-o', 'no/made.mas'], folder.path)
    expect([exit, server.requests.length]).toEqual([2, 0])
    expect(err).toMatch(/^mas: .*made\.mas cannot be written: there is no folder .*\n$/)
  })

  test('is told of the tools of configured servers, which a script then declares', async () => {
    const command = [process.execPath, fileURLToPath(new URL('../runtime/mcp/stdio-server.ts', import.meta.url))]
    const mcp = { example: { command }, away: { command: [process.execPath, '-e', ''] } }
    const declaration = 'tool add(numbers: number[]) -> string from "mcp:example#add"'
    const script = `${declaration}\n\nworkflow main(task: string) -> string {\n  return add([1, 2])\n}\n`
    await using server = await startModelServer(designer([script]))
    using folder = folderWith({ 'c.json': JSON.stringify({ mcp }) })
    const words = ['--model', `openai:m@${server.baseUrl}`, '--config', 'c.json', '--run', '--input', 'task=x', '-o', 'made.mas']
    const { exit, out, err } = await masHere(['design', 'Add.', ...words], folder.path)
    expect([exit, out]).toEqual([0, '3\n'])
    expect(server.requests[0]?.body.messages[0]?.content).toContain(declaration)
    expect(err).toMatch(/^note: the designer is told of no tools of this server: c\.json: the server "away" cannot be used: /)
  })

  test('is asked again as often as the configuration says', async () => {
    await using server = await startModelServer(() => ({ kind: 'status', status: 503 }))
    using folder = folderWith({ 'c.json': JSON.stringify({ limits: { retries: 0 } }) })
    const { exit } = await masHere(['design', 'Add.', '--model', `openai:m@${server.baseUrl}`, '--config', 'c.json'], folder.path)
    expect([exit, server.requests.length]).toEqual([3, 1])
  })

  test('keeps the best of several candidates: the cheaper one where both are as good', async () => {
    await using server = await startModelServer(designer([team, broken, broken, broken, single]))
    using folder = folderWith({ 'tasks.jsonl': '{"id":"a","input":{"task":"7"},"expected":"7"}\n' })
    const words = ['--model', `openai:m@${server.baseUrl}`, '--candidates', '3', '--tasks', 'tasks.jsonl', '--scorer', 'exact', '--json']
    const { exit, out, err } = await masHere(['design', 'Repeat.', ...words], folder.path)
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      script: single,
      bounds: { calls: 1 },
      candidates: [
        { usable: true, summary: { score: { estimate: 1 }, requests: 3 } },
        { usable: false, attempts: [{}, {}, {}] },
        { usable: true, summary: { score: { estimate: 1 }, requests: 1 } },
      ],
    })
    expect(err).toMatch(/^candidate 3 +100 %/m)
  })

  test('compares them within the limits of the configuration', async () => {
    const write = designer([team])
    await using server = await startModelServer((request, number) =>
      request.messages[0]?.content?.startsWith('You design teams') ? write(request, number) : { kind: 'status', status: 503 },
    )
    const tasks = ['a', 'b', 'c'].map((id) => JSON.stringify({ id, input: { task: '7' }, expected: '7' })).join('\n')
    using folder = folderWith({ 'tasks.jsonl': `${tasks}\n`, 'c.json': '{"limits":{"concurrency":2,"retries":0}}' })
    const words = ['--model', `openai:m@${server.baseUrl}`, '--tasks', 'tasks.jsonl', '--scorer', 'exact', '--config', 'c.json']
    expect((await masHere(['design', 'Repeat.', ...words], folder.path)).exit).toBe(0)
    expect(server.mostAtOnce()).toBeLessThanOrEqual(2)
    expect(server.requests.length).toBeLessThanOrEqual(1 + 3 * 3)
  })

  test('a server that takes a grammar is given the language’s', async () => {
    await using server = await startModelServer(designer([single]))
    using folder = folderWith({})
    const { exit, err } = await masHere(['design', 'a', '--model', `openai:m@${server.baseUrl}`, '--server', 'llama.cpp'], folder.path)
    expect(exit).toBe(0)
    expect(err).not.toContain('note:')
    expect(server.requests[0]?.body.grammar).toMatch(/^root ::=/m)
  })

  test('a script whose run cannot be had is printed all the same', async () => {
    await using server = await startModelServer(designer([single]))
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['design', 'a', '--model', `openai:m@${server.baseUrl}`, '--run'], folder.path)
    expect([exit, out]).toEqual([2, single])
    expect(err).toContain('mas: the input "task"')
  })

  test('a script whose run cannot be had stands in the JSON', async () => {
    await using server = await startModelServer(designer([single]))
    using folder = folderWith({})
    const { exit, out } = await masHere(['design', 'a', '--model', `openai:m@${server.baseUrl}`, '--run', '--json'], folder.path)
    expect([exit, JSON.parse(out)]).toMatchObject([2, { script: single }])
  })

  test('a run that is interrupted has its own exit status, and the script is there', async () => {
    let child: ChildProcess | null = null
    const write = designer([single])
    await using server = await startModelServer((request, index) => {
      if (request.messages[0]?.content?.startsWith('You design teams')) return write(request, index)
      child?.kill('SIGINT')
      return { kind: 'hang' }
    })
    using folder = folderWith({})
    const words = ['--model', `openai:m@${server.baseUrl}`, '--run', '--input', 'task=hello', '--trace', 'trace.jsonl']
    const { exit, out, err } = await mas(['design', 'a', ...words], { folder: folder.path, onStart: (started) => void (child = started) })
    expect([exit, out]).toEqual([130, single])
    expect(err).toContain('interrupted: the script is written, its run has no result\n')
    expect(existsSync(join(folder.path, 'trace.jsonl'))).toBe(false)
  })

  test('where nothing can be used, it says so, and nothing is written', async () => {
    await using server = await startModelServer(designer([]))
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['design', 'a', '--model', `openai:m@${server.baseUrl}`, '--repairs', '0', '-o', 'made.mas'], folder.path)
    expect([exit, out]).toEqual([3, ''])
    expect(err).toContain('no script that can be used was written')
    expect(() => readFileSync(join(folder.path, 'made.mas'))).toThrow(/ENOENT/)
  })

  test.each([
    [['--signature', 'task'], 'the signature "task" cannot be read'],
    [['--budget', 'call=3'], '--budget has no "call". Did you mean "calls"?'],
    [['--budget', 'calls=x'], '--budget calls needs a whole number'],
    [['--server', 'vlm'], 'there is no server "vlm". Did you mean "vllm"?'],
    [['--candidates', '2'], '--candidates needs --tasks FILE and --scorer NAME'],
    [['--scorer', 'exact'], '--scorer is for the tasks that --tasks FILE names'],
    [['--tasks', 'x.jsonl', '--scorer', 'exact'], 'x.jsonl does not exist'],
  ])('%j is told before anything is asked', async (words, message) => {
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['design', 'a', '--model', 'openai:m@http://127.0.0.1:1/v1', ...words], folder.path)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(`mas: ${message}`)
  })
})
