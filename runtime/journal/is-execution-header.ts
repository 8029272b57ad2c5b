import { isRecord } from '../values/record.ts'
import type { ExecutionHeader } from './execution-header.ts'

/** Whether stored data is the head of a run, as far as its fields go: what its graph says is for the graph's reader. */
export function isExecutionHeader(stored: unknown): stored is ExecutionHeader {
  if (!isRecord(stored)) return false
  const { workflow, graphHash, graph, inputs, seed, models, tools, retries } = stored
  return (
    [workflow, graphHash, graph].every((text) => typeof text === 'string') &&
    isRecord(inputs) &&
    Number.isSafeInteger(seed) &&
    [models, tools].every((descriptions) => isRecord(descriptions) && Object.values(descriptions).every((text) => typeof text === 'string')) &&
    isRetryPolicy(retries)
  )
}

function isRetryPolicy(stored: unknown): boolean {
  if (!isRecord(stored)) return false
  const { attempts, firstDelay, factor, longestDelay } = stored
  return [attempts, firstDelay, factor, longestDelay].every((number) => typeof number === 'number' && number >= 0)
}
