import type { CallRecord } from './call-record.ts'

/**
 * A call as one line of JSON, without the line break. Throws a RangeError for a number that JSON would silently turn into
 * `null`: the guards come first.
 */
export function writeCallRecord(record: CallRecord): string {
  return JSON.stringify(record, (name, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`a record holds ${value} under ${name}`)
    return value
  })
}
