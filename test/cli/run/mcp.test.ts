import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startHttpServer } from '../../runtime/mcp/http-server.ts'
import { folderWith, mas } from '../mas.ts'

const server = fileURLToPath(new URL('../../runtime/mcp/stdio-server.ts', import.meta.url))
const configuration = JSON.stringify({ mcp: { example: { command: [process.execPath, server] } } })
const script = (declaration: string): string => `${declaration}\nworkflow main() -> number { return add([1, 2.5]) }\n`
const fitting = script('tool add(numbers: number[]) -> number from "mcp:example#add"')

test('a workflow calls a tool of a server, and the command ends', async () => {
  using folder = folderWith({ 'a.mas': fitting, 'c.json': configuration })
  expect(await mas(['run', 'a.mas', '--config', 'c.json', '--seed', '1'], { folder: folder.path })).toMatchObject({ exit: 0, out: '3.5\n' })
})

test.each([
  ['a tool that does not fit', script('tool add(numbers: string[]) -> number from "mcp:example#add"').replace('[1, 2.5]', '["1"]'), ['--config', 'c.json'], 'c.json: the server "example": its tool "add" does not fit the declaration: numbers[] takes number, not string'],
  ['a tool that is not there', fitting.replace('#add', '#sub'), ['--config', 'c.json'], 'c.json: the server "example": it has no tool "sub"; it has echo, add'],
  ['a server that is not configured', fitting.replace('mcp:example', 'mcp:other'), ['--config', 'c.json'], 'nothing is bound to the tool "mcp:other#add", which main/return/add may call: name its server'],
  ['a configuration that was only found', fitting, [], 'the server "example" is not started, or asked, for a configuration that was only found: name it with --config'],
])('%s is told before anything runs', async (_, source, words, message) => {
  using folder = folderWith({ 'a.mas': source, 'c.json': configuration, 'mas.config.json': configuration })
  const { exit, out, err } = await mas(['run', 'a.mas', ...words], { folder: folder.path })
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toContain(message)
})

test('the key of a server stands in no trace, whoever repeats it', async () => {
  await using http = await startHttpServer()
  const source = 'tool echo(words: string) -> string from "mcp:web#echo"\nworkflow main(words: string) -> string { return echo(words) }\n'
  using folder = folderWith({ 'a.mas': source, 'c.json': JSON.stringify({ mcp: { web: { url: http.url, keyEnvironment: 'WEB_KEY' } } }) })
  const words = ['run', 'a.mas', '--config', 'c.json', '--input', 'words=sk-very-secret-key', '--trace', 't.jsonl']
  expect(await mas(words, { folder: folder.path, environment: { WEB_KEY: 'sk-very-secret-key' } })).toMatchObject({ exit: 0 })
  const trace = readFileSync(join(folder.path, 't.jsonl'), 'utf8')
  expect(trace).toContain('[key]')
  expect(trace).not.toContain('sk-very-secret-key')
})
