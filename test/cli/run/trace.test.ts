import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { folderWith, mas } from '../mas.ts'
import { tasksOn, topicOf, writerScript } from '../writer-script.ts'
import type { RunJson } from '../writer-script.ts'

describe('a trace', () => {
  test('is complete, and can be replayed without a model', async () => {
    await using server = await startModelServer((request) => ({ kind: 'reply', content: `on ${topicOf(request)}` }))
    using folder = folderWith({
      'w.mas': writerScript,
      'tasks.jsonl': tasksOn('a', 'b'),
    })
    const flags = ['run', 'w.mas', '--tasks', 'tasks.jsonl', '--json']
    const first = await mas([...flags, '--model', `default=openai:m@${server.baseUrl}`, '--trace', 't.jsonl'], {
      folder: folder.path,
    })
    const kinds = readFileSync(join(folder.path, 't.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind)
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

    writeFileSync(join(folder.path, 'w.mas'), writerScript.replace('-> string\n', '-> string { role "You are brief." }\n'))
    const changed = await mas([...flags, '--model', 'default=replay:t.jsonl'], { folder: folder.path })
    expect(changed.exit).toBe(3)
    expect((JSON.parse(changed.out) as RunJson).results[0]?.outcome.message).toContain(
      'differs from the one in t.jsonl: messages[0]',
    )
  })
})
