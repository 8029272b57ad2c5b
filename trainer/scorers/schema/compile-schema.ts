import { Ajv } from 'ajv'
import type { AnySchema, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Value } from '../../../compiler/index.ts'

export type CompiledSchema =
  { readonly kind: 'ok'; readonly validate: ValidateFunction } | { readonly kind: 'error'; readonly message: string }

/** A schema ready to validate by; draft 7 where it names no other. What nobody checks, such as an unknown format, is an error. */
export function compileSchema(schema: Value): CompiledSchema {
  const settings = { logger: false, strictTypes: false, strictTuples: false, strictRequired: false } as const
  const ajv = isOf2020(schema) ? new Ajv2020(settings) : new Ajv(settings)
  try {
    return { kind: 'ok', validate: ajv.compile(schema as AnySchema) }
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) }
  }
}

function isOf2020(schema: Value): boolean {
  if (typeof schema !== 'object' || schema === null || !('$schema' in schema)) return false
  return String(schema.$schema).includes('2020-12')
}
