import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/index.ts'
import type { RunOutcome, ToolImplementation } from '../../../runtime/index.ts'
import { createOpenAiClient, settingsOf } from '../../../runtime/model/index.ts'
import { completionBody } from '../../model-server/answer.ts'

const script = `
  tool search(query: string) -> string from "host:search"
  agent Reader(question: string) -> { answer: string, sure: bool } { tools search max_turns 2 }
  workflow main() -> string { return Reader("q").answer }
`

/** A run against a server that does as it likes, and may be asked twice: the first try, and a repair. */
async function runAgainst(
  answer: (response: ServerResponse) => void,
  stream: boolean,
  timeoutSeconds = 5,
  onSearch: () => void = () => undefined,
): Promise<RunOutcome> {
  const search: ToolImplementation = {
    call: () => {
      onSearch()
      return Promise.resolve({ kind: 'ok', value: 'found' })
    },
  }
  const server = createServer((incoming, response) => {
    incoming.resume().on('end', () => {
      response.on('error', () => undefined)
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const { workflows } = compileProgram('a.mas', createMemoryReader(new Map([['a.mas', script]])))
  const compiled = workflows[0]?.compiled
  if (compiled?.kind !== 'graph') throw new Error('the script of this test does not compile')
  const settings = { ...settingsOf('plain'), stream }
  const client = createOpenAiClient({ model: 'm', baseUrl, key: null, timeoutSeconds, settings })
  try {
    const { outcome } = await runWorkflow({
      graph: compiled.graph,
      inputs: {},
      seed: 1,
      models: new Map([['default', client]]),
      tools: new Map([['host:search', search]]),
      limits: { retries: { attempts: 1, firstDelay: 0, factor: 1, longestDelay: 0 } },
    }).result
    return outcome
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** Writes the same piece for as long as the other side takes it. */
function pour(response: ServerResponse, piece: string, pieces: number): void {
  let left = pieces
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(piece)) {
        response.once('drain', more)
        return
      }
    }
    response.end()
  }
  more()
}

const event = (delta: object): string => `data: ${JSON.stringify({ choices: [{ delta, finish_reason: null }] })}\n\n`
const endOfEvents = '"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
const megabyte = 'x'.repeat(1024 * 1024)
const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
const DEEP = 200_000

/** Bytes between two texts that no text in UTF-8 has. */
const noUtf8 = (before: string, after: string): Buffer =>
  Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from(after)])

/** Goes on with headers for as long as the other side takes them. */
function pourHeaders({ socket }: ServerResponse): void {
  socket?.write('HTTP/1.1 200 OK\r\n')
  const more = (): void => {
    if (socket?.writable === true) socket.write(`a: ${megabyte}\r\n`, more)
  }
  more()
}

const endInTheMiddle = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-length': 100 }).write('{', () => response.destroy())
}

const answering = (type: string, body: string | Buffer) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': type }).end(body)
}
const json = (body: string | Buffer) => answering('application/json', body)
const events = (text: string, pieces: number) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  pour(response, text, pieces)
}
const replying = (content: string) => json(completionBody({ kind: 'reply', content }, 'm'))

test.each<readonly [string, (response: ServerResponse) => void, boolean, string]>([
  ['a stream without an end', events(event({ content: megabyte }), Infinity), true, 'model_bad_reply'],
  ['a stream of comments without an end', events(`: ${megabyte}\n`, Infinity), true, 'model_bad_reply'],
  ['a stream that is one line without an end', events(megabyte, Infinity), true, 'model_bad_reply'],
  ['a stream of very many calls', events(event({ tool_calls: [{ index: 1e9, function: { name: 'search', arguments: '{' } }] }), 20_000), true, 'model_bad_reply'],
  ['a reply of a gigabyte', (response) => pour(response.writeHead(200), megabyte, 1024), false, 'model_bad_reply'],
  ['a web page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), false, 'model_bad_reply'],
  ['nothing', json(''), false, 'model_bad_reply'],
  ['a number', json('1'), false, 'model_bad_reply'],
  ['a stream as an error', (response) => response.writeHead(400, { 'content-type': 'text/event-stream' }).end('data: {}\n\n'), true, 'model_rejected'],
  ['an error of a gigabyte', (response) => pour(response.writeHead(400), megabyte, 1024), false, 'model_bad_reply'],
  ['headers without an end', pourHeaders, false, 'model_connection'],
  ['an end in the middle', endInTheMiddle, false, 'model_connection'],
  ['a stream that is called a text', answering('text/plain', event({ content: 'a' })), true, 'model_bad_reply'],
  ['bytes that are no UTF-8', json(noUtf8('{"choices":[{"message":{"content":"', '"}}]}')), false, 'invalid_reply'],
  ['a stream of bytes that are no UTF-8', answering('text/event-stream', noUtf8('data: {"choices":[{"delta":{"content":"', endOfEvents)), true, 'invalid_reply'],
  ['bytes that are no text at all', (response) => response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x00, 0x80])), false, 'model_bad_reply'],
  ['a body that is nested deeply', json(deep(DEEP)), false, 'model_bad_reply'],
  ['content that is nested deeply', replying(deep(DEEP)), false, 'invalid_reply'],
  ['a field that is nested deeply', replying(`{"answer":${deep(DEEP)},"sure":true}`), false, 'invalid_reply'],
  ['arguments that are nested deeply', json(`{"choices":[{"message":{"tool_calls":[{"function":{"name":"search","arguments":${deep(DEEP)}}}]}}]}`), false, 'invalid_reply'],
  ['an event that is nested deeply', events(`data: ${deep(DEEP)}\n\n`, 1), true, 'model_bad_reply'],
  ['an error that is nested deeply', (response) => response.writeHead(400).end(`{"detail":${deep(DEEP)}}`), false, 'model_rejected'],
  ['a status that is none', (response) => response.writeHead(999).end('{}'), false, 'model_unavailable'],
  ['a redirect to elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), false, 'model_rejected'],
  ['a reply whose names are those of prototypes', replying('{"__proto__":{"answer":"a"},"constructor":1}'), false, 'invalid_reply'],
])('%s', async (_, answer, stream, code) => {
  expect(await runAgainst(answer, stream)).toMatchObject({ kind: 'failed', code })
})

test.each([false, true])('a slow drip ends with the time of the request (stream: %s)', async (stream) => {
  const drip = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' })
    const timer = setInterval(() => response.write(stream ? event({ content: 'a' }) : ' '), 50)
    response.once('close', () => {
      clearInterval(timer)
    })
  }
  expect(await runAgainst(drip, stream, 1)).toMatchObject({ kind: 'failed', code: 'model_timeout' })
})

test.each([
  ['of another name', { name: 'shell', arguments: '{"query":"rm"}' }],
  ['with other arguments', { name: 'search', arguments: '{"command":"rm"}' }],
])('calls of tools that were not offered are answered, not made: %s', async (_, asked) => {
  const undeclared = completionBody({ kind: 'reply', content: null, toolCalls: [asked] }, 'm')
  let requests = 0
  let searched = 0
  const answer = (response: ServerResponse): void => {
    requests += 1
    json(requests === 1 ? undeclared : completionBody({ kind: 'reply', content: '{"answer":"a","sure":true}' }, 'm'))(response)
  }
  const outcome = await runAgainst(answer, false, 5, () => {
    searched += 1
  })
  expect(outcome).toEqual({ kind: 'ok', value: 'a' })
  expect([requests, searched]).toEqual([2, 0])
})
