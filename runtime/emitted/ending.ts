import type { NodeFailure } from '../events/run-event.ts'
import type { Failure } from '../values/failure.ts'

/** How a step or a block of a module ended; as `Outcome`, with a value of the module's own type. */
export type Ending<Result> =
  | { readonly kind: 'ok'; readonly value: Result }
  | { readonly kind: 'failed'; readonly failure: NodeFailure }
  | { readonly kind: 'aborted' }

export const abortedEnding: Ending<never> = { kind: 'aborted' }

export const okay = <Result>(value: Result): Ending<Result> => ({ kind: 'ok', value })

export const failedStep = (node: string, { code, message }: Failure): Ending<never> => ({
  kind: 'failed',
  failure: { node, code, message },
})
