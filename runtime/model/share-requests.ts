import { Permits } from '../clock/permits.ts'
import type { ModelClient } from './model-client.ts'
import { withdrawn } from './withdrawn.ts'

/** Wraps the clients of one run. */
export type SharedByRun = (client: ModelClient) => ModelClient

/**
 * Several runs share one limit of requests under way: call what this gives once for each run, and wrap the run's clients with
 * the answer. Runs that wait take turns, so that a run with many requests does not hold the others up; the requests of one
 * run go out in the order they came.
 */
export function shareRequests(limit: number): () => SharedByRun {
  const permits = new Permits(limit)
  return () => {
    const run = Symbol('run')
    return (client) => ({
      ...client,
      async complete(request, signal, onText) {
        if (!(await permits.acquire(signal, run))) return withdrawn
        try {
          return await client.complete(request, signal, onText)
        } finally {
          permits.release()
        }
      },
    })
  }
}
