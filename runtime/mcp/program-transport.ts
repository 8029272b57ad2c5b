import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import type { StdioServerParameters } from '@modelcontextprotocol/client/stdio'

/** Milliseconds that a program gets to end by itself. */
const PATIENCE = 2000

/** A server that is a program: it does not outlive this one, unless this one is killed. */
export class ProgramTransport extends StdioClientTransport {
  #id: number | null = null
  readonly #ended = Promise.withResolvers<null>()
  readonly #killForGood = (): void => {
    this.#kill('SIGKILL')
  }

  constructor(server: StdioServerParameters) {
    super(server)
    this.onclose = () => {
      this.#id = null
      process.removeListener('exit', this.#killForGood)
      this.#ended.resolve(null)
    }
  }

  override async start(): Promise<void> {
    await super.start()
    this.#id = this.pid
    process.once('exit', this.#killForGood)
  }

  /** Ends the program and waits for that: what closes a transport leaves a slow one to end some time later. */
  async end(): Promise<void> {
    if (this.#id === null) return
    this.#kill('SIGTERM')
    const timer = setTimeout(this.#killForGood, PATIENCE)
    await this.#ended.promise
    clearTimeout(timer)
  }

  #kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (this.#id === null) return
    try {
      process.kill(this.#id, signal)
    } catch {
      // It has ended by itself.
    }
  }
}
