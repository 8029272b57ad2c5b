import type { Type } from '../../compiler/index.ts'
import { fieldsOf } from './definition.ts'
import type { FieldTypes } from './definition.ts'

/** Types of the language as values: what replies and results of tools are validated against. */
export const types = {
  string: { kind: 'string' },
  int: { kind: 'int' },
  number: { kind: 'number' },
  bool: { kind: 'bool' },
  /** A list, of at most `size` elements where it is given. */
  list: (element: Type, size?: number): Type => ({
    kind: 'list',
    element,
    size: size === undefined ? null : { kind: 'number', value: size },
  }),
  /** A value that may be `null`. */
  optional: (inner: Type): Type => ({ kind: 'optional', inner }),
  record: (fields: FieldTypes): Type => fieldsOf(fields),
  /** One of these words. */
  enum: (name: string, members: readonly string[]): Type => ({ kind: 'enum', name, id: name, members }),
} as const satisfies Record<string, Type | ((...inputs: never[]) => Type)>
