/** Why a journal cannot be used. */
export interface JournalProblem {
  readonly kind: 'missing' | 'in_use' | 'damaged' | 'foreign' | 'newer' | 'different' | 'unwritable'
  /** With the file's name and a remedy. */
  readonly message: string
}

/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
const resultCodes = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  tooBig: 18,
  constraint: 19,
  mismatch: 20,
  notADatabase: 26,
}

/** What an error of `node:sqlite` says of the journal in `file`. Any other error is a bug and is thrown on. */
export function problemOf(error: unknown, file: string): JournalProblem {
  if (error instanceof UnreadableRow) return damaged(file, error.message)
  // A whole number that is too large for a number.
  if (error instanceof RangeError && 'code' in error && error.code === 'ERR_OUT_OF_RANGE') return damaged(file, error.message)
  const code = resultCodeOf(error)
  switch (code) {
    case resultCodes.busy:
    case resultCodes.locked:
      return { kind: 'in_use', message: `${file} is in use by another process` }
    // The statements are always the same: one is refused where the file lacks a table or column.
    case resultCodes.error:
    case resultCodes.corrupt:
    case resultCodes.notADatabase:
    // What this program writes is never refused by tables of its own.
    case resultCodes.tooBig:
    case resultCodes.constraint:
    case resultCodes.mismatch:
      return damaged(file, error instanceof Error ? error.message : '')
    case resultCodes.full:
      return unwritable(file, 'the disk is full')
    case resultCodes.readOnly:
      return unwritable(file, 'it may not be written')
    case resultCodes.cannotOpen:
      return { kind: 'unwritable', message: `${file} cannot be opened: it is no file, or its folder may not be written` }
    case resultCodes.ioError:
      return unwritable(file, 'reading or writing failed')
    default:
      throw error
  }
}

/** A row that does not hold what this version writes. */
export class UnreadableRow extends Error {}

const damaged = (file: string, reason: string): JournalProblem => ({
  kind: 'damaged',
  message: `${file} is damaged: ${reason}`,
})

const unwritable = (file: string, reason: string): JournalProblem => ({
  kind: 'unwritable',
  message: `${file} cannot be written: ${reason}. What it held before is still there`,
})

/** The primary code of an SQLite error: the lower eight bits of the extended one. */
function resultCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}
