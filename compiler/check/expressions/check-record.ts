import type { RecordExpression } from '../../../grammar/index.ts'
import { duplicatesMessages } from '../../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../../diagnostics/first-of-each.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { isOptional, typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { presentHint } from '../mismatch-hint.ts'
import { checkExpression } from './check-expression.ts'

/** `{ ...spread, name: value }`: the fields of the spread record, with those written replaced or added. */
export function checkRecord({ spread, fields }: RecordExpression, environment: Environment, body: Body): Type {
  const base = spread === null ? null : checkExpression(spread, environment, body)
  const types = new Map<string, Type>()
  if (base?.kind === 'record') for (const field of base.fields) types.set(field.name, field.type)
  const isFirst = firstOfEach(duplicatesMessages.duplicateField, body.names.path, body.report)
  for (const { name, value } of fields) {
    const type = checkExpression(value, environment, body)
    if (isFirst(name)) types.set(name.text, type)
  }
  if (base !== null && base.kind !== 'record' && spread !== null) {
    if (base.kind !== 'unknown' && base.kind !== 'never') {
      const hint = isOptional(base) ? presentHint(quoted(body, spread.range)) : null
      body.report(expressionsMessages.spreadNotRecord, { actual: typeText(base), hint }, spread.range)
    }
    return unknownType
  }
  return { kind: 'record', fields: [...types].map(([name, type]) => ({ name, type })) }
}
