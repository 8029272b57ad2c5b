import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ToolDefinition, Type } from '../../../compiler/index.ts'
import { connectMcpServer } from '../../../runtime/mcp/index.ts'
import type { McpEndpoint, McpServer } from '../../../runtime/mcp/index.ts'
import { startHttpServer } from './http-server.ts'
import type { HttpMcpServer } from './http-server.ts'

const program: McpEndpoint = {
  kind: 'program',
  command: [process.execPath, fileURLToPath(new URL('stdio-server.ts', import.meta.url))],
  folder: '.',
  environment: { PATH: process.env.PATH ?? '', VISIBLE: 'yes' },
}

const never = new AbortController().signal
const text: Type = { kind: 'string' }
const optionalBool: Type = { kind: 'optional', inner: { kind: 'bool' } }

const declare = (parameters: Readonly<Record<string, Type>>, result: Type = text): ToolDefinition => ({
  name: 'tool',
  documentation: null,
  parameters: Object.entries(parameters).map(([name, type]) => ({ name, type })),
  result,
  from: 'mcp:example#tool',
  pure: false,
})

async function connected(endpoint: McpEndpoint, timeoutSeconds = 20): Promise<McpServer> {
  const answer = await connectMcpServer(endpoint, { timeoutSeconds, version: '1', signal: never })
  if (answer.kind === 'error') throw new Error(answer.message)
  return answer.server
}

async function call(server: McpServer, name: string, declared: ToolDefinition, inputs = {}, signal = new AbortController().signal) {
  const tool = server.toolFor(name, declared)
  if (typeof tool === 'string') throw new Error(tool)
  return tool.call(inputs, { node: 'main/a', seed: 1, signal })
}

describe.each(['standard input and output', 'streamable HTTP'])('over %s', (way) => {
  let server: McpServer
  let http: HttpMcpServer | null = null
  beforeAll(async () => {
    http = way === 'streamable HTTP' ? await startHttpServer() : null
    server = await connected(http === null ? program : { kind: 'address', url: http.url, key: 'sk-key' })
  })
  afterAll(async () => {
    await server.close()
    await http?.[Symbol.asyncDispose]()
  })

  test('a string result is the text, and an absent optional is left out', async () => {
    const declared = declare({ words: text, loud: optionalBool })
    expect(await call(server, 'echo', declared, { words: 'hi', loud: null })).toEqual({ kind: 'ok', value: '{"words":"hi"}' })
    expect(await call(server, 'echo', declared, { words: 'hi', loud: true })).toEqual({ kind: 'ok', value: '{"words":"hi","loud":true}' })
  })

  test('another result is the structured content, unwrapped where it is no object', async () => {
    const numbers: Type = { kind: 'list', element: { kind: 'number' }, size: null }
    expect(await call(server, 'add', declare({ numbers }, { kind: 'number' }), { numbers: [1, 2.5] })).toEqual({ kind: 'ok', value: 3.5 })
    const person: Type = { kind: 'record', fields: [{ name: 'name', type: text }, { name: 'born', type: { kind: 'int' } }] }
    expect(await call(server, 'person', declare({}, person))).toEqual({ kind: 'ok', value: { name: 'Ada', born: 1815 } })
  })

  test('a failure of the tool is a value', async () => {
    expect(await call(server, 'fail', declare({}))).toEqual({ kind: 'failed', message: 'the moon is full' })
  })

  test('a call that nobody waits for is given up', async () => {
    const stopped = new AbortController()
    const waiting = call(server, 'hang', declare({}), {}, stopped.signal)
    setTimeout(() => {
      stopped.abort()
    }, 50)
    expect(await waiting).toMatchObject({ kind: 'failed' })
  })

  test.each([
    ['nothing', declare({}), 'it has no tool "nothing"; it has echo, add, person, fail, hang, sample, environment'],
    ['echo', declare({}), 'its tool "echo" does not fit the declaration: words is required, and not declared'],
    ['echo', declare({ words: { kind: 'int' } }), 'its tool "echo" does not fit the declaration: words takes string, not int'],
    ['echo', declare({ words: text, quiet: text }), 'its tool "echo" does not fit the declaration: quiet is not known'],
  ])('a tool that is not what the script declares is told: %s', (name, declared, message) => {
    expect(server.toolFor(name, declared)).toBe(message)
  })
})

test('a server gets no model to sample from', async () => {
  const server = await connected(program)
  expect(await call(server, 'sample', declare({}))).toEqual({ kind: 'ok', value: 'refused: Method not found' })
  await server.close()
})

test('a key goes to the server with every request', async () => {
  await using http = await startHttpServer()
  const server = await connected({ kind: 'address', url: http.url, key: 'sk-key' })
  await server.close()
  expect(new Set(http.keys)).toEqual(new Set(['Bearer sk-key']))
})

test('a key that a server quotes is not told', async () => {
  const server = createServer((incoming, response) => response.writeHead(401).end(`bad ${incoming.headers.authorization ?? ''}`))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
  const answer = await connectMcpServer({ kind: 'address', url, key: 'sk-very-secret' }, { timeoutSeconds: 20, version: '1', signal: never })
  server.closeAllConnections()
  server.close()
  expect(answer).toMatchObject({ kind: 'error', message: expect.stringContaining('bad Bearer [key]') as string })
})

test('a program gets the environment that it is given, and no more', async () => {
  const server = await connected(program)
  const answer = await call(server, 'environment', declare({}))
  await server.close()
  const names = answer.kind === 'ok' ? String(answer.value).split(' ') : []
  expect(names).toContain('VISIBLE')
  expect(names.filter((name) => !['PATH', 'VISIBLE', 'HOME', 'LOGNAME', 'SHELL', 'TERM', 'USER'].includes(name))).toEqual([])
})

test('a call that takes too long fails', async () => {
  const server = await connected(program, 1)
  expect(await call(server, 'hang', declare({}))).toMatchObject({ kind: 'failed', message: expect.stringMatching(/timed out|timeout/i) as string })
  await server.close()
})

test.each<readonly [string, McpEndpoint]>([
  ['a program that speaks something else', { ...program, command: [process.execPath, '-e', 'console.log("hello")'] }],
  ['a program that ends at once', { ...program, command: [process.execPath, '-e', ''] }],
  ['a program that is not there', { ...program, command: ['/no/such/program'] }],
  ['an address where nothing is', { kind: 'address', url: 'http://127.0.0.1:1/mcp', key: null }],
])('%s is an error', async (_, endpoint) => {
  expect(await connectMcpServer(endpoint, { timeoutSeconds: 5, version: '1', signal: never })).toMatchObject({ kind: 'error', message: expect.stringMatching(/./) as string })
})
