import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { redact, traceLineText } from '../../runtime/model/index.ts'
import type { AttemptTraceLine } from '../design/show-design.ts'
import type { TraceLine } from '../../runtime/model/index.ts'

/**
 * A trace on its way to the disk. Until it is complete it stands beside its place, under a name that says so, and what was
 * written survives the end of the process.
 */
export interface TraceFile {
  /** Where the unfinished trace stands. */
  readonly unfinished: string
  append(line: TraceLine | AttemptTraceLine): void
  /** Puts the trace into its place; the reason where it could not be written. */
  finish(runs: number): string | null
  /** Leaves the unfinished trace where it is. */
  abandon(): void
}

export type OpenTraceFile =
  { readonly kind: 'ok'; readonly trace: TraceFile } | { readonly kind: 'error'; readonly message: string }

/** Opens a trace that will stand at `path`. Secrets are replaced in everything that is written. */
export function openTraceFile(path: string, secrets: readonly string[]): OpenTraceFile {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    return { kind: 'error', message: `the trace ${path} cannot be written: it is a folder` }
  }
  const begun = beginBeside(path)
  if (typeof begun === 'string') return { kind: 'error', message: `the trace ${path} cannot be written (${begun})` }
  const { unfinished, descriptor } = begun
  let problem: string | null = null
  const attempt = (action: () => void): void => {
    if (problem !== null) return
    try {
      action()
    } catch (error) {
      problem = codeOf(error)
    }
  }
  return {
    kind: 'ok',
    trace: {
      unfinished,
      append: (line) => {
        attempt(() => {
          const text = line.kind === 'design_attempt' ? JSON.stringify(line) : traceLineText(line)
          writeSync(descriptor, `${redact(text, secrets)}\n`)
        })
      },
      finish: (runs) => {
        attempt(() => {
          writeSync(descriptor, `${traceLineText({ kind: 'trace_end', runs })}\n`)
          closeSync(descriptor)
          renameSync(unfinished, path)
        })
        return problem === null ? null : `the trace could not be written (${problem}); what there is stands in ${unfinished}`
      },
      abandon: () => {
        closeSync(descriptor)
      },
    },
  }
}

/** Begins the unfinished file, or says why not. A killed process of the same number, as in a container, may have left one. */
function beginBeside(path: string): { readonly unfinished: string; readonly descriptor: number } | string {
  for (let number = 1; ; number += 1) {
    const unfinished = `${path}.${process.pid}${number === 1 ? '' : `-${number}`}.unfinished`
    try {
      return { unfinished, descriptor: openSync(unfinished, 'wx') }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return codeOf(error)
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))
