import { request as requestPlain } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'

/** What is known of one HTTP exchange, whatever its end. */
export interface ExchangeProgress {
  /** Whether the whole request was handed over: from then on a model may have worked on it. */
  sent: boolean
  /** The answer, once it was read in full. */
  answer: { readonly status: number; readonly headers: Headers; readonly body: string } | null
}

/** The answer was larger than the caller accepts; the rest of it was not read. */
export class BodyTooLarge extends Error {
  readonly limit: number
  constructor(limit: number) {
    super(`the answer is larger than ${limit} bytes`)
    this.limit = limit
  }
}

const WITHOUT_BODY = new Set([204, 205, 304])

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  return headers
}

async function readBody(incoming: IncomingMessage, limit: number, onText: ((text: string) => void) | null): Promise<string> {
  const decoder = new TextDecoder()
  const texts: string[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new BodyTooLarge(limit)
    const text = decoder.decode(chunk, { stream: true })
    if (onText === null) texts.push(text)
    else onText(text)
  }
  return texts.join('') + decoder.decode()
}

/**
 * A `fetch` for exactly one request, made of `node:http`, because the built-in one gives up after five minutes without
 * headers, follows redirects with the request's content, and reads bodies of any size. Its promise settles when the whole
 * body is there, so a time limit on it covers the body too.
 *
 * With `onEvents`, the body of an event stream goes there piece by piece and is left out of the answer.
 *
 * Rejects with {@link BodyTooLarge}, the system's error (`code` such as `ECONNREFUSED`), or the signal's abort.
 */
export function openExchange(
  bodyLimit: number,
  onEvents: ((text: string) => void) | null = null,
): { fetch: typeof fetch; progress: ExchangeProgress } {
  const progress: ExchangeProgress = { sent: false, answer: null }
  const exchange = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input)
    const body = typeof init?.body === 'string' ? init.body : ''
    const headers = Object.fromEntries(new Headers(init?.headers))
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestSecure : requestPlain
      const request = send(url, {
        method: init?.method ?? 'GET',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        ...(init?.signal ? { signal: init.signal } : {}),
      })
      request.once('finish', () => {
        progress.sent = true
      })
      request.once('response', resolve)
      // Stays for the whole exchange: an error after the response would otherwise end the process.
      request.on('error', reject)
      request.end(body)
    })
    const status = incoming.statusCode ?? 0
    const isEvents = status >= 200 && status < 300 && /^text\/event-stream\b/i.test(incoming.headers['content-type'] ?? '')
    const text = await readBody(incoming, bodyLimit, isEvents ? onEvents : null).catch((error: unknown) => {
      // Node reports an abort in the middle of a body as a reset connection.
      init?.signal?.throwIfAborted()
      throw error
    })
    const answer = { status, headers: headersOf(incoming), body: text }
    progress.answer = answer
    return new Response(WITHOUT_BODY.has(status) ? null : text, { status, headers: answer.headers })
  }
  return { fetch: exchange, progress }
}
