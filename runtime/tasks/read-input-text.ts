import { typeText } from '../../compiler/types/index.ts'
import type { Type, Value } from '../../compiler/index.ts'

export type ReadInput = { readonly kind: 'ok'; readonly value: Value } | { readonly kind: 'error'; readonly message: string }

/**
 * Reads an input as a person writes it: a `string` as it stands, an enum by its member's name, numbers and `true` or
 * `false` as in a script, anything else as JSON. Whether JSON fits the type is not looked at here.
 */
export function readInputText(type: Type, text: string): ReadInput {
  switch (type.kind) {
    case 'string':
    case 'enum':
      return { kind: 'ok', value: text }
    case 'optional':
      return readInputText(type.inner, text)
    case 'int':
      return /^\s*-?\d+\s*$/.test(text) ? finite(Number(text), type, text) : mismatch(type, text)
    case 'number':
      return /^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(text) ? finite(Number(text), type, text) : mismatch(type, text)
    case 'bool': {
      const word = text.trim()
      return word === 'true' || word === 'false' ? { kind: 'ok', value: word === 'true' } : mismatch(type, text)
    }
    case 'list':
    case 'record':
    case 'none':
    case 'never':
    case 'unknown':
    case 'agent':
    case 'parameter':
      return readJson(type, text)
  }
}

function readJson(type: Type, text: string): ReadInput {
  try {
    return { kind: 'ok', value: JSON.parse(text) as Value }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'error', message: `must be JSON for ${typeText(type)}: ${reason}` }
  }
}

function finite(value: number, type: Type, text: string): ReadInput {
  const fits = type.kind === 'int' ? Number.isSafeInteger(value) : Number.isFinite(value)
  return fits ? { kind: 'ok', value: Object.is(value, -0) ? 0 : value } : mismatch(type, text)
}

function mismatch(type: Type, text: string): ReadInput {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  const remedy = type.kind === 'bool' ? ', true or false' : ''
  return {
    kind: 'error',
    message: `must be ${type.kind === 'int' ? 'an int' : `a ${typeText(type)}`}${remedy}, not ${JSON.stringify(shown)}`,
  }
}
