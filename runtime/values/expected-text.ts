import type { Type } from '../../compiler/index.ts'

/** What a value of the type is in JSON, in words for a model that has to write one. */
export function expectedText(type: Type): string {
  switch (type.kind) {
    case 'string':
      return 'a string'
    case 'int':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'bool':
      return 'true or false'
    case 'none':
      return 'null'
    case 'never':
      return 'nothing'
    case 'list':
      return type.size?.kind === 'number' ? `a list of at most ${type.size.value}` : 'a list'
    case 'optional':
      return `${expectedText(type.inner)} or null`
    case 'record':
      return type.fields.length === 0 ? 'an object' : `an object with ${type.fields.map((field) => field.name).join(', ')}`
    case 'enum':
      return type.members.length === 1
        ? JSON.stringify(type.members[0])
        : `one of ${type.members.map((member) => JSON.stringify(member)).join(', ')}`
    case 'agent':
    case 'parameter':
    case 'unknown':
      return type.kind
  }
}

/** A short word for what is there instead. */
export function foundText(data: unknown): string {
  if (data === null) return 'null'
  if (Array.isArray(data)) return 'a list'
  switch (typeof data) {
    case 'string':
      return data.length <= 40 ? JSON.stringify(data) : `${JSON.stringify(data.slice(0, 40))}…`
    case 'number':
    case 'boolean':
      return String(data)
    case 'undefined':
      return 'nothing'
    case 'object':
      return 'an object'
    default:
      return `a ${typeof data}`
  }
}
