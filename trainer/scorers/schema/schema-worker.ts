import type { Value } from '../../../compiler/index.ts'
import { serveQuestions } from '../worker/index.ts'
import { compileSchema } from './compile-schema.ts'

export interface SchemaQuestion {
  readonly schema: Value
  readonly result: Value
}

serveQuestions<SchemaQuestion, boolean>(({ schema, result }) => {
  const compiled = compileSchema(schema)
  return compiled.kind === 'ok' && compiled.validate(result)
})
