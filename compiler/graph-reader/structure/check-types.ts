import type { Graph, ToolDefinition } from '../../graph/index.ts'
import { isTooLarge, typePartLimit } from '../../types/index.ts'
import type { EnumType, Type } from '../../types/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName } from '../shown.ts'

interface PlacedType {
  readonly type: Type
  readonly place: string
}

type Signature = Pick<ToolDefinition, 'parameters' | 'result'>

/** The declared types are types that a script could write, and enums of one `id` are one enum. */
export function checkTypes(graph: Graph, problems: ProblemList): void {
  const enums = new Map<string, EnumType>()
  for (const { type, place } of declaredTypes(graph)) {
    if (isTooLarge(type)) problems.add('structure', place, `This type has more than ${typePartLimit} parts.`)
    else checkType(type, place, enums, problems)
  }
}

function declaredTypes({ parameters, result, agents, tools }: Graph): readonly PlacedType[] {
  const tables: readonly (readonly [string, Readonly<Record<string, Signature>>])[] = [
    ['agents', agents],
    ['tools', tools],
  ]
  return [
    ...parameters.map(({ type }, position) => ({ type, place: pointerTo('', 'parameters', position, 'type') })),
    { type: result, place: '/result' },
    ...tables.flatMap(([table, definitions]) =>
      Object.entries(definitions).flatMap(([id, definition]) => [
        ...definition.parameters.map(({ type }, position) => ({
          type,
          place: pointerTo('', table, id, 'parameters', position, 'type'),
        })),
        { type: definition.result, place: pointerTo('', table, id, 'result') },
      ]),
    ),
  ]
}

function checkType(type: Type, place: string, enums: Map<string, EnumType>, problems: ProblemList): void {
  switch (type.kind) {
    case 'list':
      checkType(type.element, pointerTo(place, 'element'), enums, problems)
      return
    case 'optional':
      if (type.inner.kind === 'optional')
        problems.add('structure', place, 'An optional holds no optional.', 'Write the inner one.')
      checkType(type.inner, pointerTo(place, 'inner'), enums, problems)
      return
    case 'record':
      type.fields.forEach((field, position) => {
        const at = pointerTo(place, 'fields', position)
        if (type.fields.findIndex(({ name }) => name === field.name) < position) {
          problems.add('structure', pointerTo(at, 'name'), `The record has a field ${shownName(field.name)} before.`)
        }
        checkType(field.type, pointerTo(at, 'type'), enums, problems)
      })
      return
    case 'enum':
      checkEnum(type, place, enums, problems)
      return
    default:
  }
}

function checkEnum(type: EnumType, place: string, enums: Map<string, EnumType>, problems: ProblemList): void {
  const known = enums.get(type.id)
  if (known === undefined) {
    enums.set(type.id, type)
    if (type.members.length === 0) problems.add('structure', pointerTo(place, 'members'), 'An enum has at least one member.')
    if (new Set(type.members).size < type.members.length) {
      problems.add('structure', pointerTo(place, 'members'), 'Each member of an enum stands once.')
    }
  } else if (JSON.stringify(known.members) !== JSON.stringify(type.members)) {
    const remedy = 'Give them the same members, or each an `id` of its own.'
    problems.add(
      'structure',
      pointerTo(place, 'members'),
      `Another enum of the id ${shownName(type.id)} has other members.`,
      remedy,
    )
  }
}
