import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { residentBytes } from '../../../runtime/tools/python/process/process-group.ts'
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

/** Starts, says who it is, and heeds neither the end of its input nor the protocol. */
const silent = `setInterval(() => {}, 1000); require('node:fs').writeFileSync('started', String(process.pid))`

/** Nobody may take note of the end of a process whose parent was killed: it is over all the same once it holds no memory. */
const isRunning = (id: number): boolean => residentBytes(id) > 0

/** Interrupts a command when the silent server has started. */
function interruptOnceStarted(child: ChildProcess, started: string, again: () => void = () => undefined): void {
  const timer = setInterval(() => {
    if (!existsSync(started) || readFileSync(started, 'utf8') === '') return
    clearInterval(timer)
    child.kill('SIGINT')
    again()
  }, 5)
}

test.each(['run', 'eval'])('a server that is being waited for ends with an interrupted mas %s', async (command) => {
  const c = JSON.stringify({ mcp: { example: { command: [process.execPath, '-e', silent] } } })
  using folder = folderWith({ 'a.mas': fitting, 'c.json': c, 't.jsonl': '{"id":"a","input":{},"expected":3.5}\n' })
  const started = join(folder.path, 'started')
  const words = command === 'run' ? ['--run-id', 'it'] : ['--tasks', 't.jsonl', '--scorer', 'exact']
  const ended = await mas([command, 'a.mas', '--config', 'c.json', ...words], {
    folder: folder.path,
    onStart: (child) => {
      interruptOnceStarted(child, started)
    },
  })
  expect(ended).toEqual({ exit: 130, out: '', err: 'interrupted: nothing was asked yet\n' })
  await expect.poll(() => isRunning(Number(readFileSync(started, 'utf8')))).toBe(false)
  expect(existsSync(join(folder.path, '.mas'))).toBe(false)
})

test('a server that will not end is killed at the second Ctrl-C', async () => {
  const stubborn = `process.on('SIGTERM', () => {}); ${silent}`
  using folder = folderWith({ 'a.mas': fitting, 'c.json': JSON.stringify({ mcp: { example: { command: [process.execPath, '-e', stubborn] } } }) })
  const started = join(folder.path, 'started')
  const { exit } = await mas(['run', 'a.mas', '--config', 'c.json'], {
    folder: folder.path,
    onStart: (child) => {
      interruptOnceStarted(child, started, () => setTimeout(() => child.kill('SIGINT'), 100))
    },
  })
  expect(exit).toBe(130)
  await expect.poll(() => isRunning(Number(readFileSync(started, 'utf8')))).toBe(false)
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
