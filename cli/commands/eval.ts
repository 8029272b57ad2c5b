import { join, resolve } from 'node:path'
import { evaluateScripts, isOutage, openResultFile, recordedSeed, summarize } from '../../trainer/evaluation/index.ts'
import { countOf } from '../text/count-of.ts'
import type { EvaluationResult, OpenResultFile } from '../../trainer/evaluation/index.ts'
import { complain } from '../complain.ts'
import { evaluationHeader } from '../evaluation/evaluation-header.ts'
import { prepareEvaluation } from '../evaluation/prepare-evaluation.ts'
import type { PreparedEvaluation } from '../evaluation/prepare-evaluation.ts'
import { evaluationJson, showEvaluation } from '../evaluation/show-evaluation.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { interruptedEarly, interruptible } from '../run/interruption.ts'
import { tellNotes } from '../run/tell-notes.ts'
import type { ScorerFlags } from '../scoring/choose-scorer.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { clientRegistry } from '../wiring/client-registry.ts'

export interface EvalOptions extends ScorerFlags {
  readonly tasks: string
  readonly repeat?: number
  readonly model?: readonly string[]
  readonly seed?: number
  readonly config?: string
  readonly concurrency?: number
  readonly cache?: string
  readonly out?: string
  readonly json?: boolean
}

const RESULTS = 'results.jsonl'

/** Runs scripts for tasks, scores them, and sets them side by side. */
export async function evalCommand(files: readonly string[], options: EvalOptions, terminal: Terminal): Promise<ExitCode> {
  const file = options.out === undefined ? null : join(resolve(terminal.workingFolder, options.out), RESULTS)
  const seed = options.seed ?? (file === null ? null : recordedSeed(file))
  return interruptible(async (signal) => {
    const context = { terminal, registry: clientRegistry(), signal }
    const ready = await prepareEvaluation(files, seed === null ? options : { ...options, seed }, context)
    switch (ready.kind) {
      case 'exit':
        return ready.exit
      case 'error':
        return signal.aborted ? interruptedEarly(terminal) : complain(terminal, ...ready.problems)
      case 'ok':
        return evaluate(ready.prepared, file, options, { terminal, signal }).finally(ready.prepared.close)
    }
  })
}

async function evaluate(
  prepared: PreparedEvaluation,
  file: string | null,
  options: EvalOptions,
  { terminal, signal }: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<ExitCode> {
  const kept = keeping(file, prepared)
  if (kept.kind === 'error') return complain(terminal, kept.message)
  tellNotes(terminal, prepared.notes)
  const { scripts, tasks, scorer, seed, limits } = prepared
  const repeat = options.repeat ?? 1
  const total = scripts.length * tasks.length * repeat
  /** Aborted with the reason where results cannot be kept: what is paid for is not to be lost. */
  const unkept = new AbortController()
  const progress = progressLine(terminal, total, kept.known.size)
  const results = await evaluateScripts({
    scripts,
    tasks,
    scorer,
    repeat,
    seed,
    concurrency: options.concurrency ?? limits.concurrency,
    limits: limits.run,
    signal: AbortSignal.any([signal, unkept.signal]),
    known: kept.known,
    onResult: (result) => {
      const problem = isOutage(result) ? null : kept.append(result)
      if (problem !== null) unkept.abort(problem)
      progress.step()
    },
  })
  progress.end()
  const names = scripts.map(({ name }) => name)
  const summaries = summarize(results, names, seed)
  if (options.json === true) terminal.out.write(`${JSON.stringify(evaluationJson(summaries, results, seed), null, 2)}\n`)
  else terminal.out.write(showEvaluation(summaries))
  if (unkept.signal.aborted) return complain(terminal, String(unkept.signal.reason))
  if (!signal.aborted) return tellFaults(results, file, terminal)
  const rest = file === null ? 'nothing is kept: name a folder with --out to go on later' : `give the command again to make the others`
  terminal.err.write(`interrupted: ${results.length} of ${total} runs stand above; ${rest}.\n`)
  return EXIT.interrupted
}

const keeping = (file: string | null, prepared: PreparedEvaluation): OpenResultFile =>
  file === null ? { kind: 'ok', known: new Map(), append: () => null } : openResultFile(file, evaluationHeader(prepared))

/** What a server or the scorer failed at is no verdict on a script: it is told, and made again the next time. */
function tellFaults(results: readonly EvaluationResult[], file: string | null, terminal: Terminal): ExitCode {
  const exits = [tellOutages(results, file, terminal), tellScorerFailures(results, file, terminal)]
  return exits.find((exit) => exit !== EXIT.ok) ?? EXIT.ok
}

function tellScorerFailures(results: readonly EvaluationResult[], file: string | null, { err }: Terminal): ExitCode {
  const count = results.filter(({ unscored }) => unscored?.kind === 'failed').length
  if (count === 0) return EXIT.ok
  const again = file === null ? '' : '; their runs are kept: give the command again to score them'
  err.write(`${countOf(count, 'run')} could not be scored, because the scorer failed, and stand in no score above${again}\n`)
  return EXIT.runFailed
}

function tellOutages(results: readonly EvaluationResult[], file: string | null, { err }: Terminal): ExitCode {
  const count = results.filter(isOutage).length
  if (count === 0) return EXIT.ok
  const again = file === null ? '' : '; they are not kept: give the command again to make them'
  err.write(`${countOf(count, 'run')} failed because a model's server was away, and count as 0 above${again}\n`)
  return EXIT.runFailed
}

/** One line on a terminal that counts; nothing where nobody looks. */
function progressLine({ err }: Terminal, total: number, known: number): { readonly step: () => void; readonly end: () => void } {
  let done = Math.min(known, total)
  const show = (): void => {
    if (err.isTerminal) err.write(`\r${done} of ${total} runs`)
  }
  show()
  return {
    step: () => {
      done += 1
      show()
    },
    end: () => {
      if (err.isTerminal) err.write('\n')
    },
  }
}
