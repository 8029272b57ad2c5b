import type { Boundary } from './boundary/index.ts'
import type { PythonSettings } from './python-settings.ts'
import { startReadyProcess } from './start-ready-process.ts'
import type { ReadyProcess } from './start-ready-process.ts'

/**
 * Processes that wait for their one job. As many as the settings say are started ahead, from the first job on; none of them
 * is used twice, and none keeps this program running.
 */
export class ProcessPool {
  readonly #settings: PythonSettings
  readonly #findBoundary: () => Promise<Boundary>
  readonly #waiting: Promise<ReadyProcess>[] = []

  constructor(settings: PythonSettings, findBoundary: () => Promise<Boundary>) {
    this.#settings = settings
    this.#findBoundary = findBoundary
  }

  /** One that is ready. */
  async take(): Promise<ReadyProcess> {
    const ahead = await this.#waiting.shift()
    const isUsable = ahead?.kind === 'ok' && !ahead.process.hasEnded
    const ready = isUsable ? ahead : await this.#start()
    while (this.#waiting.length < this.#settings.prewarmed) this.#waiting.push(this.#startAhead())
    if (ready.kind === 'ok') ready.process.keepProgramRunning(true)
    return ready
  }

  async #start(): Promise<ReadyProcess> {
    return startReadyProcess(this.#settings, await this.#findBoundary())
  }

  async #startAhead(): Promise<ReadyProcess> {
    const ready = await this.#start()
    if (ready.kind === 'ok') ready.process.keepProgramRunning(false)
    return ready
  }
}
