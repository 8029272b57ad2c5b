import type { ProcessVerdict } from './process/python-process.ts'

const LONGEST_REASON = 300

/** Why Python did not start. Nothing foreign ran yet, so what the process said is its own. */
export function startFailure(verdict: ProcessVerdict, complaints: string): string {
  return `Python could not be started: ${reason(verdict, complaints).slice(0, LONGEST_REASON)}`
}

function reason(verdict: ProcessVerdict, complaints: string): string {
  if (verdict.kind === 'said' && verdict.message.kind === 'broken') return lastLine(verdict.message.message)
  if (verdict.kind === 'exceeded') return `it needed too much ${verdict.limit} to load`
  // Node tells an error in a line of its own, below the place and above the stack.
  return complaints.split('\n').find((line) => /^\S*Error\b.*:/.test(line)) ?? (lastLine(complaints) || 'its process ended')
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''
