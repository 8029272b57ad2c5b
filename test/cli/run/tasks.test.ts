import { describe, expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { folderWith, mas, masHere } from '../mas.ts'
import { tasksOn, topicOf, writerScript } from '../writer-script.ts'
import type { RunJson } from '../writer-script.ts'

describe('tasks', () => {
  test('run side by side, and one that fails does not stop the others', async () => {
    const second = Promise.withResolvers<undefined>()
    await using server = await startModelServer(async (request, number) => {
      if (number === 2) second.resolve(undefined)
      // The first answer waits for the second request: both are then under way.
      if (number === 1) await second.promise
      return topicOf(request) === 'bad'
        ? { kind: 'status', status: 400, body: { error: { message: 'no' } } }
        : { kind: 'reply', content: `on ${topicOf(request)}` }
    })
    const ids = ['a', 'b', 'bad', 'd', 'e', 'f']
    using folder = folderWith({
      'w.mas': writerScript,
      'tasks.jsonl': tasksOn(...ids),
      'mas.config.json': JSON.stringify({
        models: { default: `openai:m@${server.baseUrl}` },
        limits: { concurrency: 2 },
        seed: 9,
      }),
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
    using folder = folderWith({ 'w.mas': writerScript, 'tasks.jsonl': '{"id":"a","input":{"topic":"x"}}\n{"id":\n{"id":"c"}\n' })
    const { exit, out, err } = await masHere(
      ['run', 'w.mas', '--tasks', 'tasks.jsonl', '--model', 'default=openai:m@http://127.0.0.1:9/v1'],
      folder.path,
    )
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(/^mas: tasks\.jsonl:2: this is not valid JSON.*\nmas: tasks\.jsonl:3: "input" must be an object/)
  })

  test('with inputs that do not fit are none', async () => {
    using folder = folderWith({
      'w.mas': writerScript,
      'tasks.jsonl': '{"id":"a","input":{"topic":"x"}}\n{"id":"b","input":{"topic":7}}\n',
    })
    const { exit, err } = await masHere(
      ['run', 'w.mas', '--tasks', 'tasks.jsonl', '--model', 'default=openai:m@http://127.0.0.1:9/v1'],
      folder.path,
    )
    expect(exit).toBe(2)
    expect(err).toMatch(/^mas: tasks\.jsonl:2: task "b": the input "topic": expected/)
  })
})
