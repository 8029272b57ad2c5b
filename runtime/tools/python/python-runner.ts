import { availableParallelism } from 'node:os'
import { Permits } from '../../clock/permits.ts'
import type { ToolOutcome } from '../tool-implementation.ts'
import { detectBoundary } from './boundary/index.ts'
import type { Boundary } from './boundary/index.ts'
import type { Job } from './child/protocol.ts'
import { explainVerdict } from './explain-verdict.ts'
import { ProcessPool } from './process-pool.ts'
import type { PythonSettings } from './python-settings.ts'
import { residentLimit } from './process/start-limits.ts'
import { unsupportedNode } from './unsupported-node.ts'

/** How a job ended: with what it printed, with a failure of its code, or not at all, because there is no Python to run it. */
export type PythonOutcome = ToolOutcome | { readonly kind: 'unavailable'; readonly message: string }

/** Runs Python code, each job in a locked-down process of its own. */
export type PythonRunner = (job: Job, signal: AbortSignal) => Promise<PythonOutcome>

/** As many jobs run at the same time as there are processors, whoever asks for them; the rest wait. */
const permits = new Permits(availableParallelism())

/** Nothing is started before the first job. */
export function createPythonRunner(settings: PythonSettings, findBoundary: () => Promise<Boundary> = detectBoundary): PythonRunner {
  const unsupported = unsupportedNode(process.versions.node)
  if (unsupported !== null) return () => Promise.resolve({ kind: 'unavailable', message: unsupported })
  const pool = new ProcessPool(settings, findBoundary)
  return async (job, signal) => {
    if (!(await permits.acquire(signal))) return aborted
    try {
      return await runJob(pool, settings, job, signal)
    } finally {
      permits.release()
    }
  }
}

const aborted: PythonOutcome = { kind: 'failed', message: 'The call was aborted.' }

async function runJob(pool: ProcessPool, settings: PythonSettings, job: Job, signal: AbortSignal): Promise<PythonOutcome> {
  const ready = await pool.take()
  if (ready.kind === 'failed') return { kind: 'unavailable', message: ready.message }
  ready.process.send(job)
  const verdict = await ready.process.next({
    seconds: settings.timeoutSeconds,
    residentBytes: residentLimit(settings.memoryMegabytes),
    signal,
  })
  return explainVerdict(verdict, await ready.process.end(), settings)
}
