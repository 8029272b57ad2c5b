import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerGenerically, startModelServer } from '../../model-server/index.ts'
import { folderWith, mas, masHere } from '../mas.ts'

describe('the examples run against a model server', () => {
  test.each([
    ['reflect', ['--input', 'problem=6 * 7'], 'a answer\n'],
    [
      'orchestrate',
      ['--input', 'task=sum up', '--input', `document=${'word '.repeat(2000)}`, '--model', 'large=SERVER'],
      'a report\n',
    ],
    ['plan', ['--input', 'task=sum up'], /answer to: Write the final answer\.\n$/],
  ])('%s', async (name, flags, expected) => {
    await using server = await startModelServer(answerGenerically)
    using folder = folderWith({
      'tools.json': JSON.stringify({
        tools: { 'std:python': { command: [process.execPath, '-e', 'console.log(JSON.stringify("42"))'] } },
      }),
    })
    const spec = `openai:m@${server.baseUrl}`
    const { exit, out, err } = await mas([
      'run',
      `examples/${name}.mas`,
      '--config',
      join(folder.path, 'tools.json'),
      '--model',
      `default=${spec}`,
      ...flags.map((flag) => flag.replace('SERVER', spec)),
    ])
    expect(err).toMatch(/^\d+ requests/)
    expect(exit).toBe(0)
    expect(out).toMatch(expected)
  })

  test('a tool that is built in needs no binding', async () => {
    using folder = folderWith({
      'c.mas': 'import { calculator } from "std/tools"\nworkflow main(sum: string) -> number { return calculator(sum) }',
    })
    expect(await masHere(['run', 'c.mas', '--input', 'sum=(3 + 5) * 2'], folder.path)).toMatchObject({ exit: 0, out: '16\n' })
  })

  test('a found configuration starts no programs', async () => {
    await using server = await startModelServer(answerGenerically)
    using folder = folderWith({
      's.mas': 'tool search(query: string) -> string from "host:search"\nworkflow main() -> string { return search("x") }',
      'mas.config.json': JSON.stringify({
        tools: { 'host:search': { command: [process.execPath, '-e', 'console.log(JSON.stringify("found"))'] } },
      }),
    })
    const found = await mas(['run', 's.mas'], { folder: folder.path })
    expect(found.exit).toBe(2)
    expect(found.err).toContain('mas.config.json binds the tool "host:search" to a program on this machine: name it with --config')
    const named = await mas(['run', 's.mas', '--config', 'mas.config.json'], { folder: folder.path })
    expect(named).toMatchObject({ exit: 0, out: 'found\n' })
    expect(server.requests).toHaveLength(0)
  })
})
