import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { completionBody } from './answer.ts'
import type { Answer } from './answer.ts'
import type { ChatRequest } from './chat-request.ts'
import { completionEvents } from './stream.ts'

export interface ReceivedRequest {
  readonly body: ChatRequest
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly path: string
}

export interface ModelServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123/v1`. */
  readonly baseUrl: string
  /** Everything received so far, in order. */
  readonly requests: readonly ReceivedRequest[]
  /** The most requests that were open at one time. */
  readonly mostAtOnce: () => number
  close(): Promise<void>
}

/** Decides by the request and its number, counted from 1. */
export type AnswerRequest = (request: ChatRequest, number: number) => Answer | Promise<Answer>

/** Starts the server on a free local port, or the one given. */
export async function startModelServer(answer: AnswerRequest, port = 0): Promise<ModelServer> {
  const requests: ReceivedRequest[] = []
  let open = 0
  let most = 0
  const server = createServer((incoming, response) => {
    open += 1
    most = Math.max(most, open)
    response.once('close', () => {
      open -= 1
    })
    void receive(incoming).then(async (text) => {
      if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
        return send(
          response,
          { kind: 'status', status: 404, body: { error: { message: `no such address: ${incoming.url ?? ''}` } } },
          { model: '', messages: [] },
        )
      }
      const body = JSON.parse(text) as ChatRequest
      requests.push({ body, headers: incoming.headers, path: incoming.url })
      await send(response, await answer(body, requests.length), body)
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const { port: bound } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${bound}/v1`, requests, mostAtOnce: () => most, close, [Symbol.asyncDispose]: close }
}

async function receive(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function send(response: ServerResponse, answer: Answer, { model, stream }: ChatRequest): Promise<void> {
  const json = { 'content-type': 'application/json' }
  switch (answer.kind) {
    case 'reply':
      if (stream === true) {
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
        for (const event of completionEvents(answer, model)) {
          response.write(event)
          await new Promise(setImmediate)
        }
        response.end()
        return
      }
      response.writeHead(200, json).end(completionBody(answer, model))
      return
    case 'status':
      response
        .writeHead(answer.status, { ...json, ...answer.headers })
        .end(answer.body === undefined ? '' : JSON.stringify(answer.body))
      return
    case 'raw':
      response.writeHead(200, { 'content-type': answer.contentType ?? 'application/json' }).end(answer.body)
      return
    case 'hang':
      if (answer.headers === true) response.writeHead(200, json).write('{"id":')
      return
    case 'cut': {
      if (answer.body !== true) {
        response.destroy()
        return
      }
      const whole = completionBody({ kind: 'reply', content: 'never read in full' }, model)
      response.writeHead(200, { ...json, 'content-length': String(whole.length) })
      response.write(whole.slice(0, whole.length / 2), () => response.destroy())
      return
    }
    case 'huge':
      response.writeHead(200, json).end(completionBody({ kind: 'reply', content: 'x'.repeat(answer.bytes) }, model))
      return
  }
}
