import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TrainingConfiguration } from '../configuration/index.ts'
import { loadEngine, TrainingFault } from '../engine/index.ts'
import type { Engine } from '../engine/index.ts'
import { ModelOutage } from '../training/model-outage.ts'
import { openEventFile } from './event-file.ts'
import { fileProblem } from './file-problem.ts'
import { firstDifference } from './first-difference.ts'
import { createLinesFile, linesDamage, openLinesFile } from './lines-file.ts'
import type { FileMark, LinesFile } from './lines-file.ts'
import { readMetrics } from './read-metrics.ts'
import { findRun, makeRunFolder, runFiles, writeConfiguration } from './run-folder.ts'
import type { FoundRun } from './run-folder.ts'
import { RunLock } from './run-lock.ts'
import { createRunParts, domainOf } from './run-parts.ts'
import type { RunParts } from './run-parts.ts'
import { runProblems } from './run-problems.ts'
import { RunProgress } from './run-progress.ts'
import type { RunLines } from './run-progress.ts'
import { Interrupted, runStages } from './run-stages.ts'
import { positionText } from './run-state.ts'
import type { RunState, SavedRun } from './run-state.ts'
import type { MetricsLine, TrainingEvent } from './training-event.ts'
import { namesOf } from './training-extensions.ts'
import type { TrainingExtensions } from './training-extensions.ts'
import { summaryOf } from './training-summary.ts'
import type { TrainingSummary } from './training-summary.ts'

export interface TrainingRun {
  readonly configuration: TrainingConfiguration
  /** The run folder; made where it is missing. */
  readonly folder: string
  /** Goes on with the run of the folder; begins one where there is none. Without it, a folder that holds a run is refused. */
  readonly resume?: boolean
  /** Ends the run after the step that it is in; it can be resumed. */
  readonly signal?: AbortSignal
  readonly extensions?: TrainingExtensions
}

export type TrainingEnd =
  /** `earlier`: it had finished before, and nothing was done now. */
  | { readonly kind: 'finished'; readonly summary: TrainingSummary; readonly earlier: boolean }
  /** It cannot begin, or cannot be resumed; nothing was changed. */
  | { readonly kind: 'unusable'; readonly problems: readonly string[] }
  /** Training cannot go on: a guard stopped it, a model is away, or its folder is full. Its state is that of the step before. */
  | { readonly kind: 'stopped'; readonly message: string }
  | { readonly kind: 'interrupted' }

/**
 * Trains by a configuration: supervised starts, an evaluation, the training loop with its evaluations, one at the end. A run that is
 * resumed after a kill at any moment ends with the metrics and the weights that it would have had, bit for bit, on the same
 * machine and backend. What an extension throws is thrown.
 */
export async function runTraining(run: TrainingRun, tell: (event: TrainingEvent) => void = () => undefined): Promise<TrainingEnd> {
  using lock = new RunLock(run.folder)
  const opened = await withFiles(run.folder, () => openRun(run, lock, tell))
  if (opened.kind !== 'opened') return opened.kind === 'unwritable' ? unusable(opened.message) : opened
  const { configuration, parts, progress } = opened
  try {
    const staged = await withFiles(run.folder, async () => {
      const summary = await runStages(configuration, parts, progress, run.signal ?? new AbortController().signal)
      return { kind: 'finished', summary, earlier: false } as const
    })
    return staged.kind === 'unwritable' ? { kind: 'stopped', message: staged.message } : staged
  } catch (fault) {
    if (fault instanceof Interrupted) return { kind: 'interrupted' }
    if (fault instanceof ModelOutage) return { kind: 'stopped', message: `${fault.message}; when it is back, go on with --resume` }
    if (fault instanceof TrainingFault) return { kind: 'stopped', message: `${fault.kind}: ${fault.message}` }
    throw fault
  }
}

interface OpenedRun {
  readonly kind: 'opened'
  readonly configuration: TrainingConfiguration
  readonly parts: RunParts
  readonly progress: RunProgress
}

async function openRun(run: TrainingRun, lock: RunLock, tell: (event: TrainingEvent) => void): Promise<OpenedRun | TrainingEnd> {
  const { folder, extensions = {} } = run
  const seen = lookFor(run)
  if (seen.kind !== 'usable') return seen
  const given = seen.configuration
  const domain = domainOf(given, extensions)
  const problems = runProblems(given, domain, extensions)
  if (problems.length > 0) return { kind: 'unusable', problems }
  const loaded = await loadEngine(given.backend)
  if (loaded.kind === 'unavailable') return unusable(`the ${loaded.backend} backend cannot be used: ${loaded.reason}`)
  makeRunFolder(folder)
  const taken = lock.take()
  if (taken !== null) return unusable(taken)
  // Another process may have trained here until now.
  const looked = lookFor(run)
  if (looked.kind !== 'usable') return looked
  const { saved } = looked
  const configuration = { ...given, backend: loaded.engine.backend }
  const parts = createRunParts(loaded.engine, configuration, domain, extensions)
  const begun = saved === null ? beginRun(folder, configuration, extensions, parts) : resumeRun(folder, saved, parts)
  if (typeof begun === 'string') return unusable(`the run in ${folder} cannot be resumed: ${begun}`)
  const progress = new RunProgress(folder, begun.state, { lines: begun.lines, roles: parts.roles, tell })
  if (saved === null) progress.save()
  tell(openedEvent(loaded.engine, folder, saved, begun.earlier))
  return { kind: 'opened', configuration, parts, progress }
}

type LookedFor =
  /** `saved` is `null` where nothing has been trained yet. */
  { readonly kind: 'usable'; readonly configuration: TrainingConfiguration; readonly saved: SavedRun | null } | TrainingEnd

/** What the folder holds, as far as this run may go on with it; how it ends at once where it may not. Changes nothing. */
function lookFor({ folder, configuration, resume = false, extensions = {} }: TrainingRun): LookedFor {
  const found = findRun(folder)
  if (found.kind === 'damaged') return unusable(`the run in ${folder} cannot be resumed: ${found.message}`)
  if (found.kind === 'run' && !resume) {
    return unusable(`${folder} already holds a run: --resume goes on with it, --out FOLDER begins another one elsewhere`)
  }
  const saved = found.kind === 'run' ? found.saved : null
  const given = asFound(configuration, found)
  const changed = changeSince(found, given, extensions)
  if (changed !== null) return unusable(changed)
  if (saved?.state.position.kind === 'finished') {
    return { kind: 'finished', summary: summaryOf(given, saved.state, saved.state.position.point), earlier: true }
  }
  return { kind: 'usable', configuration: given, saved }
}

/** Where the backend is left to choose, a resumed run keeps the one that it has. */
const asFound = (given: TrainingConfiguration, found: FoundRun): TrainingConfiguration =>
  found.kind === 'run' && given.backend === 'auto' ? { ...given, backend: found.configuration.backend } : given

/** The first thing that is not as it was; `null` where everything is. */
function changeSince(found: FoundRun, given: TrainingConfiguration, extensions: TrainingExtensions): string | null {
  if (found.kind !== 'run') return null
  const settings = firstDifference(found.configuration, given)
  const difference = settings ?? (found.saved === null ? null : firstDifference(found.saved.state.extensions, namesOf(extensions), 'extensions'))
  if (difference === null) return null
  return `a run is resumed with the configuration that it began with: ${difference.path} was ${difference.left}, and is ${difference.right} now`
}

interface BegunRun {
  readonly state: RunState
  readonly lines: RunLines
  /** What the metrics say already. */
  readonly earlier: readonly MetricsLine[]
}

function beginRun(
  folder: string,
  configuration: TrainingConfiguration,
  extensions: TrainingExtensions,
  { frontier }: RunParts,
): BegunRun {
  writeConfiguration(folder, configuration)
  const metrics = createLinesFile(join(folder, runFiles.metrics))
  const records = configuration.records === 'none' ? null : createLinesFile(join(folder, runFiles.records))
  const tried = frontier === null ? null : createLinesFile(join(folder, runFiles.tried))
  const state: RunState = {
    version: 1,
    backend: configuration.backend,
    extensions: namesOf(extensions),
    position: { kind: 'start', role: 'executor', last: null },
    evaluations: [],
    designs: [],
    written: 0,
    compiled: 0,
    metrics: metrics.mark(),
    records: records?.mark() ?? null,
    tried: tried?.mark() ?? null,
    frontier: [],
  }
  return { state, lines: { metrics, records, tried, events: openEventFile(join(folder, runFiles.events), []) }, earlier: [] }
}

/** Puts everything back to where the state was written; a text where that cannot be. */
function resumeRun(folder: string, saved: SavedRun, { roles }: RunParts): BegunRun | string {
  for (const role of ['designer', 'executor'] as const) {
    const { learner } = roles[role]
    const bytes = saved[role]
    if ((learner === null) !== (bytes === null)) return `its state does not fit the ${role}`
    const problem = learner === null || bytes === null ? null : learner.restore(bytes)
    if (problem !== null) return `its state does not fit the ${role}: ${problem}`
  }
  const { state } = saved
  const lines = [
    [join(folder, runFiles.metrics), state.metrics],
    [join(folder, runFiles.records), state.records],
    [join(folder, runFiles.tried), state.tried],
  ] as const
  for (const [path, mark] of lines) {
    const damage = mark === null ? null : linesDamage(path, mark)
    if (damage !== null) return damage
  }
  const [[metrics], [records], [tried]] = lines
  const earlier = readMetrics(readFileSync(metrics).toString('utf8', 0, state.metrics.bytes))
  if (earlier.kind === 'invalid') return `${metrics}, line ${earlier.line}: no line of metrics of this version`
  const open = (path: string, mark: FileMark | null): LinesFile | null => (mark === null ? null : openLinesFile(path, mark))
  return {
    state,
    lines: {
      metrics: openLinesFile(metrics, state.metrics),
      records: open(records, state.records),
      tried: open(tried, state.tried),
      events: openEventFile(join(folder, runFiles.events), earlier.lines),
    },
    earlier: earlier.lines,
  }
}

const openedEvent = (
  { backend, notUsed }: Engine,
  folder: string,
  saved: SavedRun | null,
  earlier: readonly MetricsLine[],
): TrainingEvent => ({
  kind: 'opened',
  backend,
  notUsed: notUsed.map((entry) => `${entry.backend}: ${entry.reason}`),
  folder,
  resumed: saved === null ? null : positionText(saved.state.position),
  earlier,
})

const unusable = (...problems: readonly string[]): TrainingEnd => ({ kind: 'unusable', problems })

/** What the file system refuses, as a value. */
async function withFiles<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result | { readonly kind: 'unwritable'; readonly message: string }> {
  try {
    return await work()
  } catch (error) {
    const message = fileProblem(error, folder)
    if (message === null) throw error
    return { kind: 'unwritable', message }
  }
}
