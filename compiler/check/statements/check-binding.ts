import type { BindingStatement } from '../../../grammar/index.ts'
import type { RelatedPlace } from '../../diagnostics/diagnostic.ts'
import { statementsMessages } from '../../diagnostics/statements-messages.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { resolveValueType } from '../../names/resolve-type.ts'
import { equalTypes, isAssignable, joinTypes, someType, typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import { withLocal, withoutKnowledge } from '../flow/environment.ts'
import type { Environment, Local } from '../flow/environment.ts'
import { mismatchHint } from '../mismatch-hint.ts'
import { newLocal, refuseHiding } from './introduce.ts'

/** `name = value`: a new name, or another value for one that has a value already. */
export function checkBinding(statement: BindingStatement, environment: Environment, body: Body): Environment {
  const { name, value } = statement
  const type = checkExpression(value, environment, body)
  const annotation = statement.type === null ? null : resolveValueType(statement.type, body.types)
  const known = name.text === '_' ? undefined : environment.locals.get(name.text)
  if (known !== undefined) return rebind(statement, known, type, annotation, environment, body)
  if (annotation !== null) expectHolds(statement, type, annotation, null, body)
  if (name.text === '_') return environment
  refuseHiding(name, body)
  const local = newLocal('value', name, annotation ?? firstType(statement, type, body), environment)
  body.introduced.set(local, name.range)
  return holding(type, local, withLocal(environment, local))
}

/** The type that a first value gives its name. */
function firstType({ name, value }: BindingStatement, type: Type, body: Body): Type {
  const saysTooLittle = someType(type, (inner) => inner.kind === 'none' || inner.kind === 'never')
  if (!saysTooLittle || value.kind === 'missing') return type
  body.report(typesMessages.annotationNeeded, { name: name.text, actual: typeText(type) }, name.range)
  return unknownType
}

function rebind(
  statement: BindingStatement,
  known: Local,
  type: Type,
  annotation: Type | null,
  environment: Environment,
  body: Body,
): Environment {
  const { text, range } = statement.name
  const related = firstValue(known, body)
  if (known.kind !== 'value') {
    const thing = known.kind === 'static' ? 'a static parameter' : 'an agent'
    body.report(statementsMessages.notRebindable, { name: text, thing }, range, { related })
    return environment
  }
  if (known.eachDepth < environment.eachDepth) {
    body.report(statementsMessages.readOnlyInEach, { name: text }, range, { related })
    return environment
  }
  if (annotation !== null && !equalTypes(annotation, known.type) && statement.type !== null) {
    body.report(typesMessages.annotationDiffers, { name: text, type: typeText(known.type) }, statement.type.range, { related })
  } else {
    expectHolds(statement, type, known.type, known, body)
  }
  return holding(type, known, withoutKnowledge(environment, new Set([text])))
}

/** A name that may be missing is there after a value that is; a wrong value is no reason for a second error. */
function holding(actual: Type, { name, type }: Local, environment: Environment): Environment {
  if (type.kind !== 'optional' || actual.kind === 'optional' || actual.kind === 'none') return environment
  return { ...environment, narrowed: new Map([...environment.narrowed, [name, type.inner]]) }
}

const firstValue = ({ name, range }: Local, body: Body): readonly RelatedPlace[] => [
  { file: body.names.path, range, message: `\`${name}\` gets its first value here.` },
]

function expectHolds({ name, value }: BindingStatement, actual: Type, expected: Type, known: Local | null, body: Body): void {
  if (isAssignable(actual, expected)) return
  const texts = { name: name.text, expected: typeText(expected), actual: typeText(actual) }
  const wider = known === null ? null : joinTypes(expected, actual)
  const hint =
    wider === null
      ? mismatchHint(actual, expected, quoted(body, value.range))
      : `If it may hold both, write the type where it gets its first value: \`${name.text}: ${typeText(wider)} = …\`.`
  body.report(typesMessages.bindingMismatch, { ...texts, hint }, value.range, {
    related: known === null ? [] : firstValue(known, body),
  })
}
