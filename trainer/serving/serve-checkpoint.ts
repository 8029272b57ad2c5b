import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ModelClient } from '../../runtime/index.ts'
import type { Manifest } from '../embedded/index.ts'
import { requestForCheckpoint } from './request-for-checkpoint.ts'
import { wireAnswer, wireError } from './wire-answer.ts'
import type { WireAnswer } from './wire-answer.ts'
import { readWireRequest } from './wire-request.ts'

export interface CheckpointServer {
  /** Such as `http://127.0.0.1:8080/v1`. */
  readonly baseUrl: string
  /** Ends it, and what is under way. */
  close(): Promise<void>
}

export interface ServeOptions {
  readonly client: ModelClient
  readonly manifest: Manifest
  /** 0 takes a free one. */
  readonly port: number
}

const BODY_LIMIT = 1024 * 1024

/**
 * Serves a checkpoint over the chat completions protocol, to this machine only. It has `/v1/models` and
 * `/v1/chat/completions`, streamed or whole. Rejects with the system's error where the port cannot be had.
 */
export async function serveCheckpoint({ client, manifest, port }: ServeOptions): Promise<CheckpointServer> {
  const server = createServer((incoming, response) => {
    const gone = new AbortController()
    response.once('close', () => {
      gone.abort()
    })
    answer(incoming, { client, manifest }, gone.signal).then(
      (answered) => {
        send(response, answered)
      },
      (error: unknown) => {
        if (!response.destroyed) send(response, wireError(500, error instanceof Error ? error.message : String(error)))
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${bound}/v1`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(
  incoming: IncomingMessage,
  { client, manifest }: Omit<ServeOptions, 'port'>,
  signal: AbortSignal,
): Promise<WireAnswer> {
  const path = incoming.url?.replace(/\?.*$/, '')
  if (path === '/v1/models' && incoming.method === 'GET') {
    return { kind: 'json', status: 200, body: { object: 'list', data: [{ id: manifest.name, object: 'model', created: 0, owned_by: 'mas' }] } }
  }
  if (path !== '/v1/chat/completions') return wireError(404, 'there is /v1/models and /v1/chat/completions')
  if (incoming.method !== 'POST') return wireError(405, 'a chat completion is asked for with POST')
  const body = await bodyOf(incoming)
  if (body === null) return wireError(413, `a request has at most ${BODY_LIMIT} bytes`)
  const read = readWireRequest(body)
  if (read.kind === 'error') return wireError(400, read.message)
  if (read.request.model !== manifest.name) {
    return wireError(404, `there is no model ${JSON.stringify(read.request.model)}; there is "${manifest.name}"`, 'model_not_found')
  }
  const asked = requestForCheckpoint(read.request, manifest)
  if (asked.kind === 'error') return wireError(400, asked.message)
  const outcome = await client.complete(asked.request, signal)
  const { stream, stream_options: options } = read.request
  return wireAnswer(outcome, manifest.name, { stream: stream === true, usage: options?.include_usage === true })
}

/** `null` where it is too large; the rest is then not read. */
async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, answered: WireAnswer): void {
  switch (answered.kind) {
    case 'json':
      response.writeHead(answered.status, { 'content-type': 'application/json' }).end(JSON.stringify(answered.body))
      return
    case 'events':
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
      for (const event of answered.events) response.write(`data: ${JSON.stringify(event)}\n\n`)
      response.end('data: [DONE]\n\n')
      return
  }
}
