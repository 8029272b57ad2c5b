import { TrainingFault } from '../engine/training-fault.ts'
import type { TrainingFaultKind } from '../engine/training-fault.ts'
import { callName } from '../records/index.ts'
import type { CallRecord } from '../records/index.ts'

const mostNamed = 3

/** Throws a fault that names the rows for which `isWrong` holds, by place and by position; nothing where there is none. */
export function faultOfRows(
  kind: TrainingFaultKind,
  what: string,
  records: readonly CallRecord[],
  isWrong: (record: CallRecord, position: number) => boolean,
): void {
  const rows = records.flatMap((record, position) => (isWrong(record, position) ? [position] : []))
  if (rows.length === 0) return
  const names = rows
    .slice(0, mostNamed)
    .flatMap((position) => records[position] ?? [])
    .map(callName)
  throw new TrainingFault(kind, `${what}: ${names.join('; ')}${rows.length > mostNamed ? '; …' : ''}`, rows)
}
