import { expect, test } from 'vitest'
import { endpointLimiters } from '../../../cli/run/endpoint-limiters.ts'

const limits = { concurrency: 1, requestsPerMinute: null, tokensPerMinute: null }

test('the same server has the same limiter, another server or other limits another one', () => {
  const limiters = endpointLimiters()
  const first = limiters('http://a/v1', limits)
  expect(limiters('http://a/v1', { ...limits })).toBe(first)
  expect(limiters('http://b/v1', limits)).not.toBe(first)
  expect(limiters('http://a/v1', { ...limits, concurrency: 2 })).not.toBe(first)
  expect(endpointLimiters()('http://a/v1', limits)).not.toBe(first)
})
