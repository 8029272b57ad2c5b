import type { Type, Value } from '../../compiler/index.ts'
import type { ModelRequest } from '../../runtime/index.ts'

/** What an agent that is absent gives: the reply declared for it, else the empty value of its result type. */
export const defaultReply = ({ agent }: Pick<ModelRequest, 'agent'>, declared: Readonly<Record<string, Value>>): Value =>
  Object.hasOwn(declared, agent.name) ? (declared[agent.name] ?? null) : emptyValue(agent.result)

/** No text, 0, `false`, no elements, `none`; the first member of an enum, as it has no empty one; a record of those. */
export function emptyValue(type: Type): Value {
  switch (type.kind) {
    case 'string':
      return ''
    case 'int':
    case 'number':
      return 0
    case 'bool':
      return false
    case 'list':
      return []
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, emptyValue(field.type)]))
    case 'enum':
      return type.members[0] ?? null
    case 'optional':
    case 'none':
    case 'never':
    case 'agent':
    case 'parameter':
    case 'unknown':
      return null
  }
}
