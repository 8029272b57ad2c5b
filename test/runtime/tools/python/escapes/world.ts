import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pyodideFolder } from '../../../../../runtime/tools/python/process/pyodide-folder.ts'

const secretVariable = 'MAS_ESCAPE_TEST_SECRET'
const signals = ['SIGINT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2', 'SIGHUP'] as const

/** What code may try to reach, watched from outside: a file with a secret, a folder, a server, this process. */
export class World implements AsyncDisposable {
  readonly secret = randomBytes(12).toString('hex')
  readonly #root = mkdtempSync(join(tmpdir(), 'escape-'))
  readonly canary = join(this.#root, 'home', 'canary.txt')
  readonly folder = join(this.#root, 'writable')
  readonly #server = createServer((socket) => {
    this.#seen.push('the server was connected to')
    this.#sockets.add(socket)
    socket.on('error', () => undefined)
    socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${this.secret.length}\r\n\r\n${this.secret}`)
  })
  readonly #sockets = new Set<Socket>()
  #seen: string[] = []

  static async open(): Promise<World> {
    const world = new World()
    mkdirSync(join(world.#root, 'home'))
    writeFileSync(world.canary, world.secret)
    mkdirSync(world.folder)
    // Whoever the code runs as, nothing but the sandbox keeps it from these.
    for (const path of [world.#root, join(world.#root, 'home'), world.folder]) chmodSync(path, 0o777)
    process.env[secretVariable] = world.secret
    for (const signal of signals) process.on(signal, world.#onSignal)
    await new Promise<void>((resolve) => world.#server.listen(0, '127.0.0.1', resolve))
    return world
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  fill(code: string): string {
    return code
      .replaceAll('$CANARY', this.canary)
      .replaceAll('$FOLDER', this.folder)
      .replaceAll('$PORT', String(this.port))
      .replaceAll('$PID', String(process.pid))
      .replaceAll('$PYODIDE', pyodideFolder())
  }

  /** What was reached since it was last asked; `told` is all that came back from the sandbox. */
  async reached(told: string): Promise<readonly string[]> {
    // A connection is told of in a later turn of the event loop.
    await new Promise((resolve) => setTimeout(resolve, 20))
    const seen = this.#seen
    this.#seen = []
    if (told.includes(this.secret)) seen.push('the secret came back')
    if (/ESCAPED|uid=\d+/.test(told)) seen.push(`it says so: ${told}`)
    const left = readdirSync(this.folder)
    if (left.length > 0) seen.push(`it wrote ${left.join(', ')}`)
    for (const name of left) rmSync(join(this.folder, name), { recursive: true })
    for (const key of Object.keys(polluted)) seen.push(`it put ${key} on Object.prototype`)
    return seen
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const signal of signals) process.removeListener(signal, this.#onSignal)
    Reflect.deleteProperty(process.env, secretVariable)
    rmSync(this.#root, { recursive: true })
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  readonly #onSignal = (signal: string): void => {
    this.#seen.push(`this process was sent ${signal}`)
  }
}

/** Enumerable properties of every object stand here. */
const polluted: object = Object.prototype
