import { join } from 'node:path'
import { writeWholeFile } from '../files/index.ts'
import type { MetricsFile } from './metrics-file.ts'
import { runFiles } from './run-folder.ts'
import type { RunState } from './run-state.ts'
import { writeState } from './state-file.ts'
import type { MetricsLine, TrainingEvent } from './training-event.ts'
import type { TrainingRoles } from './training-roles.ts'

/** How far a run has come: its state, the line it writes next, and the file that holds both. */
export class RunProgress {
  #state: RunState
  readonly #folder: string
  readonly #metrics: MetricsFile
  readonly #roles: TrainingRoles
  readonly #tell: (event: TrainingEvent) => void

  constructor(
    folder: string,
    state: RunState,
    parts: { readonly metrics: MetricsFile; readonly roles: TrainingRoles; readonly tell: (event: TrainingEvent) => void },
  ) {
    this.#folder = folder
    this.#state = state
    this.#metrics = parts.metrics
    this.#roles = parts.roles
    this.#tell = parts.tell
  }

  get state(): RunState {
    return this.#state
  }

  /** Writes a line down, and tells it. */
  record(line: MetricsLine): void {
    this.#metrics.append(line)
    this.#tell(line)
  }

  move(change: Partial<Omit<RunState, 'metrics'>>): void {
    this.#state = { ...this.#state, ...change }
  }

  /** Writes the state, from which the run goes on after a kill. */
  save(): void {
    this.#state = { ...this.#state, metrics: this.#metrics.mark() }
    const designer = this.#roles.designer.learner?.save() ?? null
    const executor = this.#roles.executor.learner?.save() ?? null
    this.write('state', writeState({ state: this.#state, designer, executor }))
  }

  write(name: keyof typeof runFiles, content: string | Uint8Array): void {
    writeWholeFile(join(this.#folder, runFiles[name]), content)
  }
}
