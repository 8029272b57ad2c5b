import type { Scorer, TaskFit, Verdict } from '../scorer.ts'
import { verdictOf } from '../scorer.ts'
import { programBeside, TimedWorker } from '../worker/index.ts'
import { compileSchema } from './compile-schema.ts'
import type { SchemaQuestion } from './schema-worker.ts'

export interface SchemaSettings {
  /** For one result: a pattern of a schema can take for ever on some texts. */
  readonly timeoutSeconds: number
}

const worker = new TimedWorker<SchemaQuestion, boolean>(programBeside(import.meta.url, 'schema-worker'), { memoryMegabytes: 256 })

/**
 * 1 where the result, as JSON, is valid by the JSON Schema that stands in the task under `schema`. A text is validated as a text:
 * nothing is parsed out of it. What cannot be validated in time is wrong.
 */
export const schemaScorer = ({ timeoutSeconds }: SchemaSettings): Scorer => ({
  name: 'schema',
  fits: ({ schema }) => {
    if (schema === undefined) return withoutSchema
    const compiled = compileSchema(schema)
    return compiled.kind === 'ok' ? { kind: 'fits' } : { kind: 'unfit', problem: `"schema" cannot be used: ${compiled.message}` }
  },
  judge: async (result, { schema }): Promise<Verdict> => {
    if (schema === undefined) return withoutSchema
    const answer = await worker.ask({ schema, result }, timeoutSeconds)
    if (answer.kind === 'unavailable') return { kind: 'failed', reason: `schema: ${answer.message}` }
    return verdictOf(answer.kind === 'reply' && answer.reply)
  },
})

const withoutSchema: Extract<TaskFit, { readonly kind: 'unknown' }> = { kind: 'unknown', reason: 'no "schema"' }
