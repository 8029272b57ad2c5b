import { availableParallelism } from 'node:os'
import { Permits } from '../../clock/permits.ts'
import type { ToolImplementation, ToolOutcome } from '../tool-implementation.ts'
import { detectBoundary } from './boundary/index.ts'
import type { Boundary } from './boundary/index.ts'
import { explainVerdict } from './explain-verdict.ts'
import { ProcessPool } from './process-pool.ts'
import { DEFAULT_PYTHON_SETTINGS } from './python-settings.ts'
import type { PythonSettings } from './python-settings.ts'
import { residentLimit } from './process/start-limits.ts'
import { unsupportedNode } from './unsupported-node.ts'

/**
 * `std:python`: runs Python code in a locked-down process of its own, one for each call, and gives what it printed. An exception,
 * a time-out, a crash, too much output are failures with a message for the model. As many run at the same time as there
 * are processors; the rest wait. Nothing is started before the first call.
 */
export function createPythonTool(
  settings: PythonSettings = DEFAULT_PYTHON_SETTINGS,
  findBoundary: () => Promise<Boundary> = detectBoundary,
): ToolImplementation {
  const unsupported = unsupportedNode(process.versions.node)
  if (unsupported !== null) return { call: () => Promise.resolve({ kind: 'failed', message: unsupported }) }
  const pool = new ProcessPool(settings, findBoundary)
  const permits = new Permits(availableParallelism())
  return {
    async call({ code }, { seed, signal }): Promise<ToolOutcome> {
      if (!(await permits.acquire(signal))) return aborted
      try {
        return await runJob(pool, settings, { code: String(code), seed }, signal)
      } finally {
        permits.release()
      }
    },
  }
}

const aborted: ToolOutcome = { kind: 'failed', message: 'The call was aborted.' }

async function runJob(
  pool: ProcessPool,
  settings: PythonSettings,
  job: { readonly code: string; readonly seed: number },
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const ready = await pool.take()
  if (ready.kind === 'failed') return ready
  ready.process.send(job)
  const verdict = await ready.process.next({
    seconds: settings.timeoutSeconds,
    residentBytes: residentLimit(settings.memoryMegabytes),
    signal,
  })
  return explainVerdict(verdict, await ready.process.end(), settings)
}
