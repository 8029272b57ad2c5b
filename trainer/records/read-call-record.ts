import { Ajv } from 'ajv'
import { callRecordSchema } from './call-record-schema.ts'
import type { CallRecord } from './call-record.ts'

export type ReadCallRecord =
  { readonly kind: 'record'; readonly record: CallRecord } | { readonly kind: 'problem'; readonly message: string }

const ajv = new Ajv()
const validate = ajv.compile<CallRecord>(callRecordSchema)

/** Reads one line of a run's records, or says what is wrong with it: its last line may have been cut off by a kill. */
export function readCallRecord(line: string): ReadCallRecord {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch {
    return { kind: 'problem', message: 'It is not valid JSON.' }
  }
  if (!validate(data)) return { kind: 'problem', message: `${ajv.errorsText(validate.errors, { dataVar: 'record' })}.` }
  const count = data.tokens.length
  for (const name of ['logProbabilities', 'masks', 'advantages'] as const) {
    const list = data[name]
    const fits =
      list === null || list.length === count || (name === 'logProbabilities' && data.provenance === 'none' && list.length === 0)
    if (!fits) return { kind: 'problem', message: `record.${name} has ${list.length} entries for ${count} tokens.` }
  }
  return { kind: 'record', record: data }
}
