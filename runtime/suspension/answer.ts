import { isRecord } from '../values/record.ts'

/** What a person says to a call that waits. */
export type Answer =
  /** To `awaits: 'result'`: what the call gives. Foreign data until it was validated. */
  | { readonly kind: 'value'; readonly value: unknown }
  /** To `awaits: 'approval'`: the call may be made. */
  | { readonly kind: 'approved' }
  /** To both: the call fails, and its caller reads the reason. */
  | { readonly kind: 'declined'; readonly reason: string }

/** How waiting for an answer ended. */
export type AnswerEnd =
  | Answer
  /** Nobody waits for the call any more. */
  | { readonly kind: 'aborted' }

/** Reads how waiting ended from stored data; `null` where that is none. */
export function readAnswerEnd(stored: unknown): AnswerEnd | null {
  if (!isRecord(stored)) return null
  switch (stored.kind) {
    case 'value':
      return 'value' in stored ? { kind: 'value', value: stored.value } : null
    case 'declined':
      return typeof stored.reason === 'string' ? { kind: 'declined', reason: stored.reason } : null
    case 'approved':
    case 'aborted':
      return { kind: stored.kind }
    default:
      return null
  }
}
