import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { folderWith, mas } from '../mas.ts'
import { tasksOn, topicOf, writerScript } from '../writer-script.ts'
import type { RunJson } from '../writer-script.ts'

describe('an interrupted run', () => {
  test('says what is kept and how to go on', async () => {
    using folder = folderWith({
      'w.mas': writerScript,
      'tasks.jsonl': tasksOn('a', 'b'),
    })
    await using server = await startModelServer((request) =>
      topicOf(request) === 'a' ? { kind: 'reply', content: 'done' } : { kind: 'hang' },
    )
    const { exit, out, err } = await mas(
      ['run', 'w.mas', '--tasks', 'tasks.jsonl', '--model', `default=openai:m@${server.baseUrl}`, '--trace', 't.jsonl'],
      { folder: folder.path, onStart: (child) => void child.stdout?.once('data', () => void child.kill('SIGINT')) },
    )
    const files = readdirSync(folder.path)
    expect(exit).toBe(130)
    expect(out).toBe('ok     a: done\n')
    expect(err).toMatch(/interrupted: 1 of 2 tasks had finished.*The trace so far stands in t\.jsonl\.\d+\.unfinished\./)
    expect(err).toMatch(/To go on, give the command again with the tasks that are left\.\n$/)
    expect(files).not.toContain('t.jsonl')
    expect(files.some((name) => /^t\.jsonl\.\d+\.unfinished$/.test(name))).toBe(true)
  })

  test('ends well before any task has finished', async () => {
    using folder = folderWith({ 'w.mas': writerScript, 'tasks.jsonl': tasksOn('a', 'b') })
    let interrupt: () => void = () => undefined
    await using server = await startModelServer(() => {
      interrupt()
      return { kind: 'hang' }
    })
    const flags = ['run', 'w.mas', '--tasks', 'tasks.jsonl', '--model', `default=openai:m@${server.baseUrl}`]
    const { exit, err } = await mas(flags, {
      folder: folder.path,
      onStart: (child) => {
        // Once: both tasks ask the server, and a second Ctrl-C ends a run at once.
        interrupt = () => {
          interrupt = () => undefined
          child.kill('SIGINT')
        }
      },
    })
    expect(exit).toBe(130)
    expect(err).toMatch(/interrupted: 0 of 2 tasks had finished/)
  })

  test('gives its JSON value all the same', async () => {
    using folder = folderWith({ 'w.mas': writerScript })
    let interrupt: () => void = () => undefined
    await using server = await startModelServer(() => {
      interrupt()
      return { kind: 'hang' }
    })
    const { exit, out } = await mas(
      ['run', 'w.mas', '--json', '--input', 'topic=x', '--model', `default=openai:m@${server.baseUrl}`],
      {
        folder: folder.path,
        onStart: (child) => {
          interrupt = () => void child.kill('SIGINT')
        },
      },
    )
    expect(exit).toBe(130)
    expect((JSON.parse(out) as RunJson).results).toMatchObject([{ outcome: { kind: 'failed', node: 'main', code: 'cancelled' } }])
  })
})
