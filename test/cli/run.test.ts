import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerGenerically, startModelServer } from '../model-server/index.ts'
import type { ChatRequest } from '../model-server/index.ts'
import { folderWith, mas } from './mas.ts'

const writer = `
agent Writer(topic: string, mood: string?) -> string
workflow main(topic: string, mood: string?) -> string { return Writer(topic, mood) }
workflow counted(topic: string, times: int) -> { text: string, times: int } { text = Writer(topic)  return { text: text, times: times } }
agent Large(topic: string) -> string { model "large" }
workflow big(topic: string) -> string { return Large(topic) }
`

interface RunJson {
  readonly version: number
  readonly seed: number
  readonly results: readonly {
    readonly id?: string
    readonly outcome: { readonly kind: string; readonly value?: unknown; readonly node?: string; readonly code?: string; readonly message?: string }
    readonly usage: Readonly<Record<string, number>>
  }[]
}

const lastLine = (request: ChatRequest): string => request.messages.at(-1)?.content?.trim().split('\n').at(-1) ?? ''

describe('a run', () => {
  test('gives the value on standard output, and what it used beside it', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: 'a poem' }))
    using folder = folderWith({ 'w.mas': writer })
    const { exit, out, err } = await mas(['run', 'w.mas', '--input', 'topic=the sea', '--seed', '5', '--model', `default=openai:m@${server.baseUrl}`], { folder: folder.path })
    expect(err).toMatch(/^1 request, 10 \+ 5 tokens, \d+\.\d s, seed 5\n$/)
    expect({ exit, out }).toEqual({ exit: 0, out: 'a poem\n' })
    expect(server.requests[0]?.body.messages.at(-1)?.content).toContain('the sea')
  })

  test('--json is one documented value', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: 'a poem' }))
    using folder = folderWith({ 'w.mas': writer, 'topic.txt': 'from a file' })
    const { exit, out, err } = await mas(
      ['run', 'w.mas', '--workflow', 'counted', '--input', 'topic=@topic.txt', '--input', 'times=3', '--json', '--seed', '5', '--model', `default=openai:m@${server.baseUrl}`],
      { folder: folder.path },
    )
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(JSON.parse(out)).toEqual({
      version: 1,
      seed: 5,
      results: [
        {
          outcome: { kind: 'ok', value: { text: 'a poem', times: 3 } },
          usage: { requests: 1, attempts: 1, tool_calls: 0, prompt_tokens: 10, completion_tokens: 5, seconds: expect.any(Number) as number },
        },
      ],
    })
    expect(server.requests[0]?.body.messages.at(-1)?.content).toContain('from a file')
  })

  test('that fails names the node, the code and the reason, and no key', async () => {
    await using server = await startModelServer(() => ({ kind: 'status', status: 401, body: { error: { message: 'bad key sk-secret-key' } } }))
    using folder = folderWith({ 'w.mas': writer })
    const flags = ['run', 'w.mas', '--input', 'topic=x', '--model', `default=openai:m@${server.baseUrl}`]
    const { exit, out, err } = await mas([...flags, '--trace', 't.jsonl'], { folder: folder.path, environment: { OPENAI_API_KEY: 'sk-secret-key' } })
    expect({ exit, out }).toEqual({ exit: 3, out: '' })
    expect(err).toMatch(/^failed main\/return\/Writer model_rejected: .*status 401.*bad key \[key\]/)
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-secret-key')
    expect(readFileSync(join(folder.path, 't.jsonl'), 'utf8')).not.toContain('sk-secret-key')
  })

  test('retries transient failures and counts the tries', async () => {
    await using server = await startModelServer((_, number) =>
      number === 1 ? { kind: 'status', status: 429, headers: { 'retry-after': '0' }, body: { error: { message: 'slow down' } } } : { kind: 'reply', content: 'a poem' },
    )
    using folder = folderWith({ 'w.mas': writer })
    const { exit, err } = await mas(['run', 'w.mas', '--input', 'topic=x', '--model', `default=openai:m@${server.baseUrl}`], { folder: folder.path })
    expect(exit).toBe(0)
    expect(err).toMatch(/^1 request \(2 tries\), /)
  })
})

describe('nothing runs', () => {
  const server = 'default=openai:m@http://127.0.0.1:9/v1'

  test.each([
    [['--model', server], ['mas: the input "topic" (string) is missing: add --input topic=VALUE or --input topic=@FILE']],
    [['--model', server, '--input', 'topik=x'], ['mas: there is no input "topik". Did you mean "topic"?', 'mas: the input "topic" (string) is missing: add --input topic=VALUE or --input topic=@FILE']],
    [['--model', server, '--input', 'topic'], ['mas: --input "topic" is not NAME=VALUE, as in --input problem="6 * 7"', 'mas: the input "topic" (string) is missing: add --input topic=VALUE or --input topic=@FILE']],
    [['--model', server, '--input', 'topic=@gone.txt'], ['mas: the input "topic": gone.txt does not exist']],
    [['--model', server, '--input', 'topic=x', '--input', 'topic=y'], ['mas: the input "topic" is given twice']],
    [['--model', server, '--workflow', 'counted', '--input', 'topic=x', '--input', 'times=two'], ['mas: the input "times" must be an int, not "two"']],
    [['--model', server, '--workflow', 'mian', '--input', 'topic=x'], ['mas: w.mas has no workflow "mian". Did you mean "main"? Choose one with --workflow NAME.']],
    [['--input', 'topic=x'], ['mas: nothing is bound to the model slot "default" of Writer: add --model default=openai:MODEL@http://localhost:11434/v1']],
    [['--workflow', 'big', '--input', 'topic=x'], ['mas: nothing is bound to the model slot "large" of Large: add --model large=openai:MODEL@http://localhost:11434/v1']],
    [['--model', server, '--model', 'defualt=openai:m', '--input', 'topic=x'], ['mas: no agent uses the model slot "defualt". Did you mean "default"?']],
    [['--model', 'openai:m@http://127.0.0.1:9/v1', '--input', 'topic=x'], [expect.stringContaining('is not SLOT=SPEC, as in --model default=openai:qwen3:8b@http://localhost:11434/v1') as string]],
    [['--model', 'default=gpt', '--input', 'topic=x'], ['mas: model "default": "gpt" is no model; write openai:MODEL@BASE_URL, embedded:NAME or replay:FILE']],
    [['--model', 'default=openai:gpt', '--input', 'topic=x'], ['mas: model "default": the environment variable OPENAI_API_KEY is not set: put the key for openai:gpt there']],
    [['--model', server, '--input', 'topic=x', '--config', 'gone.json'], ['mas: gone.json does not exist']],
    [['--model', server, '--input', 'topic=x', '--config', 'bad.json'], ['mas: bad.json: limits.concurrency: must be >= 1', 'mas: bad.json: the configuration: there is no setting "modles". Did you mean "models"?']],
    [['--model', server, '--input', 'topic=x', '--tasks', 'tasks.jsonl'], ['mas: --input and --tasks exclude each other: a task line holds its own inputs']],
    [['--model', server, '--input', 'topic=x', '--trace', 'no/such/folder/t.jsonl'], ['mas: the trace no/such/folder/t.jsonl cannot be written (ENOENT)']],
  ])('%j', async (flags, problems) => {
    using folder = folderWith({ 'w.mas': writer, 'bad.json': '{"limits":{"concurrency":0},"modles":{}}' })
    const { exit, out, err } = await mas(['run', 'w.mas', ...flags], { folder: folder.path })
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    for (const problem of problems) expect(err.trim().split('\n')).toContainEqual(problem)
    expect(err.trim().split('\n')).toHaveLength(problems.length)
  })

  test('of a script with errors, which are shown', async () => {
    using folder = folderWith({ 'bad.mas': 'workflow main() -> string { return Nobody() }' })
    const { exit, out, err } = await mas(['run', 'bad.mas', '--json'], { folder: folder.path })
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toMatch(/^bad\.mas:1:36 error MAS2/)
  })

  test('of a script whose tool is not bound', async () => {
    const { exit, err } = await mas(['run', 'examples/reflect.mas', '--input', 'problem=x', '--model', server])
    expect(exit).toBe(2)
    expect(err).toBe('mas: nothing is bound to the tool "std:python", which Solver may call: bind it to a program, with --config FILE and in it {"tools": {"std:python": {"command": ["PROGRAM"]}}}\n')
  })
})

describe('tasks', () => {
  test('run side by side, and one that fails does not stop the others', async () => {
    await using server = await startModelServer((request) =>
      lastLine(request) === 'bad' ? { kind: 'status', status: 400, body: { error: { message: 'no' } } } : { kind: 'reply', content: `on ${lastLine(request)}` },
    )
    const ids = ['a', 'b', 'bad', 'd', 'e', 'f']
    using folder = folderWith({
      'w.mas': writer,
      'tasks.jsonl': ids.map((id) => JSON.stringify({ id, input: { topic: id } })).join('\n'),
      'mas.config.json': JSON.stringify({ models: { default: `openai:m@${server.baseUrl}` }, limits: { concurrency: 2 }, seed: 9 }),
    })
    const text = await mas(['run', 'w.mas', '--tasks', 'tasks.jsonl'], { folder: folder.path })
    expect(text.exit).toBe(3)
    expect(text.out.trim().split('\n').toSorted()).toEqual([
      'failed bad: main/return/Writer model_rejected: the server refused the request (status 400): no',
      ...['a', 'b', 'd', 'e', 'f'].map((id) => `ok     ${id}: on ${id}`),
    ])
    expect(text.err).toMatch(/^6 tasks, 5 succeeded, 1 failed\n5 requests \(6 tries\), /)
    expect(server.mostAtOnce()).toBe(2)

    const json = await mas(['run', 'w.mas', '--tasks', 'tasks.jsonl', '--json'], { folder: folder.path })
    const { results, seed } = JSON.parse(json.out) as RunJson
    expect({ exit: json.exit, seed, ids: results.map((result) => result.id) }).toEqual({ exit: 3, seed: 9, ids })
    expect(results.map((result) => result.outcome.kind)).toEqual(['ok', 'ok', 'failed', 'ok', 'ok', 'ok'])
  })

  test('with broken lines are none', async () => {
    using folder = folderWith({ 'w.mas': writer, 'tasks.jsonl': '{"id":"a","input":{"topic":"x"}}\n{"id":\n{"id":"c"}\n' })
    const { exit, out, err } = await mas(['run', 'w.mas', '--tasks', 'tasks.jsonl', '--model', 'default=openai:m@http://127.0.0.1:9/v1'], { folder: folder.path })
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(/^mas: tasks\.jsonl:2: this is not valid JSON.*\nmas: tasks\.jsonl:3: "input" must be an object/)
  })

  test('with inputs that do not fit are none', async () => {
    using folder = folderWith({ 'w.mas': writer, 'tasks.jsonl': '{"id":"a","input":{"topic":"x"}}\n{"id":"b","input":{"topic":7}}\n' })
    const { exit, err } = await mas(['run', 'w.mas', '--tasks', 'tasks.jsonl', '--model', 'default=openai:m@http://127.0.0.1:9/v1'], { folder: folder.path })
    expect(exit).toBe(2)
    expect(err).toMatch(/^mas: tasks\.jsonl: task "b": the input "topic": expected/)
  })
})

describe('a trace', () => {
  test('is complete, and can be replayed without a model', async () => {
    await using server = await startModelServer((request) => ({ kind: 'reply', content: `on ${lastLine(request)}` }))
    using folder = folderWith({ 'w.mas': writer, 'tasks.jsonl': ['a', 'b'].map((id) => JSON.stringify({ id, input: { topic: id } })).join('\n') })
    const flags = ['run', 'w.mas', '--tasks', 'tasks.jsonl', '--json']
    const first = await mas([...flags, '--model', `default=openai:m@${server.baseUrl}`, '--trace', 't.jsonl'], { folder: folder.path })
    const kinds = readFileSync(join(folder.path, 't.jsonl'), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { kind: string }).kind)
    expect([kinds[0], kinds.at(-1)]).toEqual(['trace', 'trace_end'])
    expect(kinds.filter((kind) => kind === 'request_finished')).toHaveLength(2)
    expect(readdirSync(folder.path).filter((name) => name.includes('unfinished'))).toEqual([])

    await server.close()
    const again = await mas([...flags, '--model', 'default=replay:t.jsonl'], { folder: folder.path })
    expect(again.exit).toBe(0)
    const withoutTime = ({ out }: { readonly out: string }) => {
      const { seed, results } = JSON.parse(out) as RunJson
      return { seed, results: results.map(({ usage, ...rest }) => ({ ...rest, usage: { ...usage, seconds: 0 } })) }
    }
    expect(withoutTime(again)).toEqual(withoutTime(first))

    writeFileSync(join(folder.path, 'w.mas'), writer.replace('-> string\n', '-> string { role "You are brief." }\n'))
    const changed = await mas([...flags, '--model', 'default=replay:t.jsonl'], { folder: folder.path })
    expect(changed.exit).toBe(3)
    expect((JSON.parse(changed.out) as RunJson).results[0]?.outcome.message).toContain('differs from the one in t.jsonl: messages[0]')
  })
})

describe('an interrupted run', () => {
  test('says what is kept and how to go on', async () => {
    using folder = folderWith({ 'w.mas': writer, 'tasks.jsonl': ['a', 'b'].map((id) => JSON.stringify({ id, input: { topic: id } })).join('\n') })
    let interrupt: () => void = () => undefined
    await using server = await startModelServer((request) => {
      if (lastLine(request) === 'a') return { kind: 'reply', content: 'done' }
      setTimeout(interrupt, 300)
      return { kind: 'hang' }
    })
    const { exit, out, err } = await mas(['run', 'w.mas', '--tasks', 'tasks.jsonl', '--model', `default=openai:m@${server.baseUrl}`, '--trace', 't.jsonl'], {
      folder: folder.path,
      onStart: (child) => {
        interrupt = () => void child.kill('SIGINT')
      },
    })
    const files = readdirSync(folder.path)
    expect(exit).toBe(130)
    expect(out).toBe('ok     a: done\n')
    expect(err).toMatch(/interrupted: 1 of 2 tasks had finished.*The trace so far stands in t\.jsonl\.\d+\.unfinished\. To go on, give the command again with the tasks that are left\.\n$/)
    expect(files).not.toContain('t.jsonl')
    expect(files.some((name) => /^t\.jsonl\.\d+\.unfinished$/.test(name))).toBe(true)
  })

  test('gives its JSON value all the same', async () => {
    using folder = folderWith({ 'w.mas': writer })
    let interrupt: () => void = () => undefined
    await using server = await startModelServer(() => {
      interrupt()
      return { kind: 'hang' }
    })
    const { exit, out } = await mas(['run', 'w.mas', '--json', '--input', 'topic=x', '--model', `default=openai:m@${server.baseUrl}`], {
      folder: folder.path,
      onStart: (child) => {
        interrupt = () => void child.kill('SIGINT')
      },
    })
    expect(exit).toBe(130)
    expect((JSON.parse(out) as RunJson).results).toMatchObject([{ outcome: { kind: 'failed', node: 'main', code: 'cancelled' } }])
  })
})

describe('the examples run against a model server', () => {
  test.each([
    ['reflect', ['--input', 'problem=6 * 7'], 'a answer\n'],
    ['orchestrate', ['--input', 'task=sum up', '--input', `document=${'word '.repeat(2000)}`, '--model', 'large=SERVER'], 'a report\n'],
    ['plan', ['--input', 'task=sum up'], /answer to: Write the final answer\.\n$/],
  ])('%s', async (name, flags, expected) => {
    await using server = await startModelServer(answerGenerically)
    using folder = folderWith({ 'tools.json': JSON.stringify({ tools: { 'std:python': { command: [process.execPath, '-e', 'console.log(JSON.stringify("42"))'] } } }) })
    const spec = `openai:m@${server.baseUrl}`
    const { exit, out, err } = await mas([
      'run', `examples/${name}.mas`, '--config', join(folder.path, 'tools.json'), '--model', `default=${spec}`, ...flags.map((flag) => flag.replace('SERVER', spec)),
    ])
    expect(err).toMatch(/^\d+ requests/)
    expect(exit).toBe(0)
    expect(out).toMatch(expected)
  })

  test('a found configuration starts no programs', async () => {
    await using server = await startModelServer(answerGenerically)
    using folder = folderWith({
      's.mas': 'tool search(query: string) -> string from "host:search"\nworkflow main() -> string { return search("x") }',
      'mas.config.json': JSON.stringify({ tools: { 'host:search': { command: [process.execPath, '-e', 'console.log(JSON.stringify("found"))'] } } }),
    })
    const found = await mas(['run', 's.mas'], { folder: folder.path })
    expect(found.exit).toBe(2)
    expect(found.err).toMatch(/mas\.config\.json binds the tool "host:search" to a program on this machine: name it with --config if it may start that\n$/)
    const named = await mas(['run', 's.mas', '--config', 'mas.config.json'], { folder: folder.path })
    expect(named).toMatchObject({ exit: 0, out: 'found\n' })
    expect(server.requests).toHaveLength(0)
  })
})
