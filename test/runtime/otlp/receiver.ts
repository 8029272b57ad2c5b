import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedSpan {
  readonly name: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
}

export interface OtlpReceiver extends AsyncDisposable {
  readonly url: string
  readonly spans: readonly ReceivedSpan[]
  /** Attributes of what sent them. */
  readonly resources: readonly string[]
  /** How often it was asked. */
  readonly requests: () => number
}

interface ExportRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string }[] }
    readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[]
  }[]
}

/** A receiver for traces over OTLP/HTTP in JSON, on this machine; it answers with the status given, or drips for ever. */
export async function startOtlpReceiver(answer: number | 'an answer without an end' = 200): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = []
  let requests = 0
  const resources: string[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      requests += 1
      if (typeof answer === 'string') {
        const timer = setInterval(() => response.write(' '), 20)
        response.once('close', () => {
          clearInterval(timer)
        })
        return
      }
      if (answer === 200 && incoming.url === '/v1/traces') {
        const request = JSON.parse(Buffer.concat(chunks).toString()) as ExportRequest
        for (const { resource, scopeSpans } of request.resourceSpans) {
          resources.push(...resource.attributes.map(({ key }) => key))
          spans.push(...scopeSpans.flatMap((scope) => scope.spans))
        }
      }
      response.writeHead(answer, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    spans,
    resources,
    requests: () => requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
