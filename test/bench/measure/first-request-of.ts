import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Command } from './run-to-end.ts'

/**
 * Starts a program that is to send a request to a server of its own on this machine, whose address it is told, and ends it
 * when the request is there. Rejects where the program ends without one.
 */
export async function firstRequestOf(commandOf: (url: string) => Command): Promise<void> {
  const server = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  server.on('request', () => { resolve(undefined) })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const { command, inputs } = commandOf(`http://127.0.0.1:${port}`)
  const child = spawn(command, inputs, { stdio: ['ignore', 'ignore', 'pipe'] })
  const said: Buffer[] = []
  child.stderr.on('data', (piece: Buffer) => said.push(piece))
  child.on('error', reject)
  child.on('close', () => { reject(new Error(`${command} sent no request: ${Buffer.concat(said).toString()}`)) })
  try {
    await promise
  } finally {
    child.kill('SIGKILL')
    server.closeAllConnections()
    server.close()
  }
}
