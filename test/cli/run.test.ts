import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startModelServer } from '../model-server/index.ts'
import { folderWith, mas } from './mas.ts'
import { writerScript } from './writer-script.ts'

describe('a run', () => {
  test('gives the value on standard output, and what it used beside it', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: 'a poem' }))
    using folder = folderWith({ 'w.mas': writerScript })
    const { exit, out, err } = await mas(
      ['run', 'w.mas', '--input', 'topic=the sea', '--seed', '5', '--model', `default=openai:m@${server.baseUrl}`],
      { folder: folder.path },
    )
    expect(err).toMatch(/^1 request, 10 \+ 5 tokens, \d+\.\d s, seed 5\n$/)
    expect({ exit, out }).toEqual({ exit: 0, out: 'a poem\n' })
    expect(server.requests[0]?.body.messages.at(-1)?.content).toContain('the sea')
  })

  test('--json is one documented value', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: 'a poem' }))
    using folder = folderWith({ 'w.mas': writerScript, 'topic.txt': 'from a file' })
    const { exit, out, err } = await mas(
      [
        'run',
        'w.mas',
        '--workflow',
        'counted',
        '--input',
        'topic=@topic.txt',
        '--input',
        'times=3',
        '--json',
        '--seed',
        '5',
        '--model',
        `default=openai:m@${server.baseUrl}`,
      ],
      { folder: folder.path },
    )
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(JSON.parse(out)).toEqual({
      version: 1,
      seed: 5,
      results: [
        {
          outcome: { kind: 'ok', value: { text: 'a poem', times: 3 } },
          usage: {
            requests: 1,
            attempts: 1,
            tool_calls: 0,
            prompt_tokens: 10,
            completion_tokens: 5,
            saved_requests: 0,
            seconds: expect.any(Number) as number,
            slots: { default: { requests: 1, attempts: 1, prompt_tokens: 10, completion_tokens: 5 } },
          },
        },
      ],
    })
    expect(server.requests[0]?.body.messages.at(-1)?.content).toContain('from a file')
  })

  test('that fails names the node, the code and the reason, and no key', async () => {
    await using server = await startModelServer(() => ({
      kind: 'status',
      status: 401,
      body: { error: { message: 'bad key sk-secret-key' } },
    }))
    using folder = folderWith({ 'w.mas': writerScript })
    const flags = ['run', 'w.mas', '--input', 'topic=x', '--model', `default=openai:m@${server.baseUrl}`]
    const { exit, out, err } = await mas([...flags, '--trace', 't.jsonl'], {
      folder: folder.path,
      environment: { OPENAI_API_KEY: 'sk-secret-key' },
    })
    expect({ exit, out }).toEqual({ exit: 3, out: '' })
    expect(err).toMatch(/^failed main\/return\/Writer model_rejected: .*status 401.*bad key \[key\]/)
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-secret-key')
    expect(readFileSync(join(folder.path, 't.jsonl'), 'utf8')).not.toContain('sk-secret-key')
  })

  test('retries transient failures and counts the tries', async () => {
    await using server = await startModelServer((_, number) =>
      number === 1
        ? { kind: 'status', status: 429, headers: { 'retry-after': '0' }, body: { error: { message: 'slow down' } } }
        : { kind: 'reply', content: 'a poem' },
    )
    using folder = folderWith({ 'w.mas': writerScript })
    const { exit, err } = await mas(['run', 'w.mas', '--input', 'topic=x', '--model', `default=openai:m@${server.baseUrl}`], {
      folder: folder.path,
    })
    expect(exit).toBe(0)
    expect(err).toMatch(/^1 request \(2 tries\), /)
  })
})
