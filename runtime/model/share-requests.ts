import { Permits } from '../clock/permits.ts'
import type { ModelClient } from './model-client.ts'
import { withdrawn } from './withdrawn.ts'

/** Wraps clients so that all of them together have at most so many requests under way: several runs then share one limit. */
export function shareRequests(limit: number): (client: ModelClient) => ModelClient {
  const permits = new Permits(limit)
  return (client) => ({
    ...client,
    async complete(request, signal, onText) {
      if (!(await permits.acquire(signal))) return withdrawn
      try {
        return await client.complete(request, signal, onText)
      } finally {
        permits.release()
      }
    },
  })
}
