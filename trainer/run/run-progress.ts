import { join } from 'node:path'
import { writeWholeFile } from '../files/index.ts'
import { writeCallRecord } from '../records/index.ts'
import type { TrainingStep } from '../training/training-loop.ts'
import { triedDesigns } from '../frontier/index.ts'
import { creditedRecords } from './credited-records.ts'
import type { EventFile } from './event-file.ts'
import type { LinesFile } from './lines-file.ts'
import { runFiles } from './run-folder.ts'
import type { RunState } from './run-state.ts'
import { writeState } from './state-file.ts'
import type { MetricsLine, TrainingEvent } from './training-event.ts'
import type { TrainingRoles } from './training-roles.ts'

/**
 * The files that grow with a run; `records` is `null` where calls are not kept, `tried` where no frontier is measured, `events` say again
 * what the metrics say.
 */
export interface RunLines {
  readonly metrics: LinesFile
  readonly records: LinesFile | null
  readonly tried: LinesFile | null
  readonly events: EventFile
}

/** How far a run has come: its state, the lines it writes next, and the files that hold them. */
export class RunProgress {
  #state: RunState
  readonly #folder: string
  readonly #lines: RunLines
  readonly #roles: TrainingRoles
  readonly #tell: (event: TrainingEvent) => void

  constructor(
    folder: string,
    state: RunState,
    parts: { readonly lines: RunLines; readonly roles: TrainingRoles; readonly tell: (event: TrainingEvent) => void },
  ) {
    this.#folder = folder
    this.#state = state
    this.#lines = parts.lines
    this.#roles = parts.roles
    this.#tell = parts.tell
  }

  get state(): RunState {
    return this.#state
  }

  /** Writes a line down, and tells it. */
  record(line: MetricsLine): void {
    this.#lines.metrics.append([JSON.stringify(line)])
    this.#lines.events.append(line)
    this.#tell(line)
  }

  /** Writes down the calls of a step, where calls are kept. */
  keepCalls(step: TrainingStep): void {
    this.#lines.records?.append(creditedRecords(step).map(writeCallRecord))
  }

  /** Writes down what the designs of a step came to, where a frontier is measured. */
  keepDesigns({ step, trees }: Pick<TrainingStep, 'step' | 'trees'>): void {
    this.#lines.tried?.append(triedDesigns(step, trees).map((tried) => JSON.stringify(tried)))
  }

  /** The folder of the run. */
  get folder(): string {
    return this.#folder
  }

  move(change: Partial<Omit<RunState, 'metrics' | 'records' | 'tried'>>): void {
    this.#state = { ...this.#state, ...change }
  }

  /** Writes the state, from which the run goes on after a kill. */
  save(): void {
    const { metrics, records, tried } = this.#lines
    this.#state = { ...this.#state, metrics: metrics.mark(), records: records?.mark() ?? null, tried: tried?.mark() ?? null }
    const designer = this.#roles.designer.learner?.save() ?? null
    const executor = this.#roles.executor.learner?.save() ?? null
    this.write('state', writeState({ state: this.#state, designer, executor }))
  }

  write(name: keyof typeof runFiles, content: string | Uint8Array): void {
    writeWholeFile(join(this.#folder, runFiles[name]), content)
  }
}
