import type { Type, Value } from '../../compiler/index.ts'

/** A value of a type that stands for one that is not known: texts hold the label, lists one element, optionals are there. */
export function placeholderValue(type: Type, label: string): Value {
  switch (type.kind) {
    case 'string':
      return label
    case 'int':
    case 'number':
      return 1
    case 'bool':
      return true
    case 'list':
      return [placeholderValue(type.element, label)]
    case 'optional':
      return placeholderValue(type.inner, label)
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, placeholderValue(field.type, `${label}.${field.name}`)]))
    case 'enum':
      return type.members[0] ?? null
    case 'none':
    case 'never':
    case 'agent':
    case 'parameter':
    case 'unknown':
      return null
  }
}
