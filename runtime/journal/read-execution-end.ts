import type { RunOutcome } from '../events/run-event.ts'
import type { SlotUsage, Usage } from '../events/usage.ts'
import { isRecord } from '../values/record.ts'

/** Reads what a run came to from stored data; `null` where it is none of that. */
export function readOutcome(stored: unknown): RunOutcome | null {
  if (!isRecord(stored)) return null
  const holdsTexts = (...fields: readonly string[]): boolean => fields.every((field) => typeof stored[field] === 'string')
  switch (stored.kind) {
    case 'ok':
      return 'value' in stored ? (stored as RunOutcome) : null
    case 'failed':
      return holdsTexts('node', 'code', 'message') ? (stored as RunOutcome) : null
    case 'stopped':
      return holdsTexts('workflow', 'path', 'reason', 'message') ? (stored as RunOutcome) : null
    case 'cancelled':
      return { kind: 'cancelled' }
    default:
      return null
  }
}

/** Reads what a run used from stored data; `null` where it is none of that. */
export function readUsage(stored: unknown): Usage | null {
  if (!isSlotUsage(stored) || !holdsNumbers(stored, 'tool_calls', 'saved_requests', 'seconds')) return null
  return isRecord(stored.slots) && Object.values(stored.slots).every(isSlotUsage) ? (stored as unknown as Usage) : null
}

const isSlotUsage = (stored: unknown): stored is SlotUsage & { readonly [field: string]: unknown } =>
  isRecord(stored) &&
  holdsNumbers(stored, 'requests', 'attempts', 'prompt_tokens', 'completion_tokens') &&
  (stored.cost === undefined || typeof stored.cost === 'number')

const holdsNumbers = (stored: { readonly [field: string]: unknown }, ...fields: readonly string[]): boolean =>
  fields.every((field) => typeof stored[field] === 'number')
