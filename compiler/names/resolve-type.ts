import type { ListTypeExpression, NamedTypeExpression, RecordTypeExpression, TypeExpression } from '../../grammar/index.ts'
import { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../diagnostics/first-of-each.ts'
import { didYouMean } from '../diagnostics/nearest-name.ts'
import { namesMessages } from '../diagnostics/names-messages.ts'
import { typesMessages } from '../diagnostics/types-messages.ts'
import { foreignWord } from '../fixes/foreign-word.ts'
import { misspeltName } from '../fixes/misspelt-name.ts'
import { basicTypes, isTooLarge, listOf, optionalOf, typePartLimit, unknownType } from '../types/index.ts'
import type { RecordFieldType, Type } from '../types/index.ts'
import { typeHabit, typeWord } from './habits.ts'
import { resolveSize } from './resolve-size.ts'
import { thingText } from './thing.ts'
import type { TypeScope } from './type-scope.ts'

/** The type of a value: `resolveType`, where an agent type is an error. */
export function resolveValueType(expression: TypeExpression, scope: TypeScope): Type {
  const type = resolveType(expression, scope)
  if (type.kind !== 'agent') return type
  scope.names.report(typesMessages.agentTypeHere, {}, expression.range)
  return unknownType
}

/** What a written type means; `unknown`, after a report, where it means nothing. */
export function resolveType(expression: TypeExpression, scope: TypeScope): Type {
  const type = typeOf(expression, scope)
  if (!isTooLarge(type)) return type
  scope.names.report(typesMessages.typeTooLarge, { limit: typePartLimit }, expression.range)
  return unknownType
}

function typeOf(expression: TypeExpression, scope: TypeScope): Type {
  switch (expression.kind) {
    case 'named_type':
      return resolveNamed(expression, scope)
    case 'list_type':
      return resolveList(expression, scope)
    case 'optional_type':
      return optionalOf(resolveValueType(expression.inner, scope))
    case 'record_type':
      return resolveRecord(expression, scope)
    case 'agent_type': {
      const parameters = expression.parameters.map((parameter) => resolveValueType(parameter, scope))
      return { kind: 'agent', parameters, result: resolveValueType(expression.result, scope) }
    }
    case 'missing_type':
      return unknownType
  }
}

function resolveNamed({ name, range }: NamedTypeExpression, scope: TypeScope): Type {
  const { names } = scope
  const basic = basicTypes.get(name)
  if (basic !== undefined) return basic
  if (scope.typeParameters.has(name)) return { kind: 'parameter', name }
  const meaning = names.lookUp(name)
  if (meaning === 'silent') return unknownType
  if (meaning === null) {
    if (!names.firstTime(`type ${name}`)) return unknownType
    const known = [...basicTypes.keys(), ...scope.typeParameters, ...names.namesOf('type', 'enum')]
    const habit = typeHabit(name)
    const fix = habit === null ? misspeltName(name, range, known) : foreignWord(range, typeWord(name))
    names.report(namesMessages.unknownType, { name, hint: habit ?? didYouMean(name, known) }, range, { fix })
    return unknownType
  }
  if (meaning.kind === 'type' || meaning.kind === 'enum') return meaning.type
  const hint = meaning.kind === 'agent' ? `Its result has the type that stands after its \`->\`.` : null
  names.report(namesMessages.notAType, { name, thing: thingText(meaning.kind), hint }, range)
  return unknownType
}

function resolveList(expression: ListTypeExpression, scope: TypeScope): Type {
  const element = resolveValueType(expression.element, scope)
  if (expression.size === null) return listOf(element, null)
  const size = resolveSize(expression.size, 'A list bound', scope)
  return size === null ? unknownType : listOf(element, size)
}

function resolveRecord(expression: RecordTypeExpression, scope: TypeScope): Type {
  const isFirst = firstOfEach(duplicatesMessages.duplicateField, scope.names.path, scope.names.report)
  const fields: RecordFieldType[] = []
  for (const { name, type } of expression.fields) {
    const resolved = resolveValueType(type, scope)
    if (isFirst(name)) fields.push({ name: name.text, type: resolved })
  }
  return { kind: 'record', fields }
}
