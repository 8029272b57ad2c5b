import type { IndexExpression } from '../../../grammar/index.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { isOptional, typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { mismatchHint, presentHint } from '../mismatch-hint.ts'
import { checkExpression } from './check-expression.ts'

/** `list[index]`, counted from 0. */
export function checkIndex({ object, index }: IndexExpression, environment: Environment, body: Body): Type {
  const type = checkExpression(object, environment, body)
  const position = checkExpression(index, environment, body)
  const silent = type.kind === 'unknown' || type.kind === 'never'
  if (type.kind !== 'list') {
    if (!silent) {
      const hint = indexHint(type, quoted(body, object.range))
      body.report(expressionsMessages.notIndexable, { actual: typeText(type), hint }, object.range)
    }
    return unknownType
  }
  if (position.kind !== 'int' && position.kind !== 'unknown' && position.kind !== 'never') {
    const hint = mismatchHint(position, { kind: 'int' }, quoted(body, index.range))
    body.report(expressionsMessages.indexNotInteger, { actual: typeText(position), hint }, index.range)
  }
  return type.element.kind === 'never' ? unknownType : type.element
}

function indexHint(type: Type, written: string): string | null {
  if (isOptional(type)) return presentHint(written)
  if (type.kind === 'record') return `Its fields are read with a point: \`${written}.${type.fields[0]?.name ?? 'field'}\`.`
  return type.kind === 'string' ? 'Take a text apart with `lines`, `split` or `chunks`.' : null
}
