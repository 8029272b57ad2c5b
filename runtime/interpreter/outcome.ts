import type { Value } from '../../compiler/index.ts'
import type { NodeEnd, NodeFailure } from '../events/run-event.ts'
import type { Failure } from '../values/failure.ts'

/** How a node or a block ended. `values` are a node's results, or a block's outputs. */
export type Outcome =
  | { readonly kind: 'ok'; readonly values: readonly Value[] }
  | { readonly kind: 'failed'; readonly failure: NodeFailure }
  /** A `stop` was reached: the enclosing loop ends with these carried values. */
  | { readonly kind: 'stopped'; readonly carried: readonly Value[] }
  | { readonly kind: 'aborted' }

export type Finish = (outcome: Outcome) => void

export const aborted: Outcome = { kind: 'aborted' }

export const nothing: Outcome = { kind: 'ok', values: [] }

export const one = (value: Value): Outcome => ({ kind: 'ok', values: [value] })

export const failedAt = (node: string, { code, message }: Failure): Outcome => ({
  kind: 'failed',
  failure: { node, code, message },
})

/** The outcome as the trace tells it. */
export function nodeEnd(outcome: Outcome): NodeEnd {
  switch (outcome.kind) {
    case 'failed':
      return { kind: 'failed', ...outcome.failure }
    case 'stopped':
      return { kind: 'stopped' }
    case 'ok':
    case 'aborted':
      return outcome
  }
}
