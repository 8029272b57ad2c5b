import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { exampleServer } from './example-server.ts'

export interface HttpMcpServer extends AsyncDisposable {
  readonly url: string
  /** `authorization` headers, in the order in which they came. */
  readonly keys: readonly (string | undefined)[]
}

/** The example server at an address of this machine. */
export async function startHttpServer(): Promise<HttpMcpServer> {
  const handler = createMcpHandler(exampleServer)
  const keys: (string | undefined)[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      keys.push(incoming.headers.authorization)
      const method = incoming.method ?? 'GET'
      const headers = new Headers(Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
      const request = new Request(`http://${incoming.headers.host ?? ''}${incoming.url ?? ''}`, {
        method,
        headers,
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }),
      })
      void handler.fetch(request).then(async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers))
        if (answer.body !== null) for await (const chunk of answer.body) response.write(chunk)
        response.end()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    keys,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
