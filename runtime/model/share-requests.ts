import { Permits } from '../clock/permits.ts'
import type { ModelClient } from './model-client.ts'

/** Wraps clients so that all of them together have at most so many requests under way: several runs then share one limit. */
export function shareRequests(limit: number): (client: ModelClient) => ModelClient {
  const permits = new Permits(limit)
  return (client) => ({
    description: client.description,
    async complete(request, signal) {
      if (!(await permits.acquire(signal))) {
        return {
          kind: 'failure',
          code: 'cancelled',
          message: 'the request was cancelled',
          transient: false,
          reachedModel: false,
          retryAfter: null,
        }
      }
      try {
        return await client.complete(request, signal)
      } finally {
        permits.release()
      }
    },
  })
}
