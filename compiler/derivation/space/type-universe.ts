import { boolType, intType, listOf, numberType, optionalOf, stringType, typeText } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { DerivationSpecification } from '../specification.ts'

/** Every type that a value in the space may have, each once: where a choice goes over types, it goes over these. */
export function typeUniverse({ callees, workflow, constructs }: DerivationSpecification): readonly Type[] {
  const found = new Map<string, Type>()
  const add = (type: Type): void => {
    if (found.has(typeText(type))) return
    found.set(typeText(type), type)
    if (type.kind === 'list') add(type.element)
    if (type.kind === 'optional') add(type.inner)
    if (type.kind === 'record') for (const field of type.fields) add(field.type)
  }
  const has = (kind: (typeof constructs.expressions)[number]) => constructs.expressions.includes(kind)
  for (const { type } of workflow.parameters) add(type)
  add(workflow.result)
  for (const { parameters, result } of callees) {
    for (const { type } of parameters) add(type)
    add(result)
  }
  for (const type of constructs.bindings ?? []) add(type)
  if (has('sample') || has('list')) for (const { result } of callees) if (result.kind !== 'list') add(listOf(result, null))
  if (has('otherwise') && has('none')) {
    for (const { result } of callees) add(optionalOf(result))
    for (const type of [...found.values()]) if (type.kind === 'list') add(listOf(optionalOf(type.element), type.size))
  }
  for (const name of constructs.builtins) for (const type of builtinResults.get(name) ?? []) add(type)
  if (has('string')) add(stringType)
  if (has('boolean') || has('present') || has('equal') || has('order')) add(boolType)
  if (has('integer') || has('arithmetic')) add(intType)
  if (has('each')) {
    for (const type of [...found.values()]) if (type.kind !== 'list' && type.kind !== 'optional') add(listOf(type, null))
  }
  return [...found.values()]
}

/** Results that do not come from the arguments' types. */
const builtinResults: ReadonlyMap<string, readonly Type[]> = new Map<string, readonly Type[]>([
  ['number', [optionalOf(numberType)]],
  ['int', [optionalOf(intType)]],
  ['len', [intType]],
  ['count', [intType]],
  ['round', [intType]],
  ['mean', [numberType]],
  ['any', [boolType]],
  ['all', [boolType]],
  ['contains', [boolType]],
  ['lines', [listOf(stringType, null)]],
  ['split', [listOf(stringType, null)]],
  ['join', [stringType]],
  ['text', [stringType]],
  ['json', [stringType]],
  ['trim', [stringType]],
  ['lower', [stringType]],
])
