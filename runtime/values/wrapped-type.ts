import type { RecordType, Type } from '../../compiler/index.ts'

/** The field under which a result that is no record travels: structured output is always an object. */
export const wrappingField = 'value'

/** The record that a model is asked for: the result type itself, or `{ value: … }` around it. */
export const wrappedType = (type: Type): RecordType =>
  type.kind === 'record' ? type : { kind: 'record', fields: [{ name: wrappingField, type }] }
