import { typeText } from '../../compiler/index.ts'
import type { Type } from '../../compiler/index.ts'
import type { LegalTokens, TokenMask } from '../engine/index.ts'
import type { ExecutorVocabulary } from './executor-vocabulary.ts'
import { finiteReplies } from './executor-vocabulary.ts'

const longestInteger = 15

/** A mask, or why an executor cannot write a type. */
export type ReplyMask =
  | { readonly kind: 'mask'; readonly mask: TokenMask }
  | { readonly kind: 'unwritable'; readonly message: string }

/**
 * Which characters may follow in a reply of this type: a `bool` or an enum is one of its spellings, an `int` is digits with
 * an optional sign, a `string` is characters.
 */
export function replyMask(vocabulary: ExecutorVocabulary, type: Type): ReplyMask {
  if (type.kind === 'string') {
    const legal = [...vocabulary.characters, vocabulary.end]
    return { kind: 'mask', mask: () => legal }
  }
  const replies = finiteReplies(type)
  if (type.kind !== 'int' && replies === null) {
    return { kind: 'unwritable', message: 'it writes strings, integers, bools and enums only' }
  }
  const mask = replies === null ? integerMask(vocabulary) : spellingMask(vocabulary, replies)
  return mask === null
    ? { kind: 'unwritable', message: `it lacks characters that a reply of type ${typeText(type)} needs` }
    : { kind: 'mask', mask }
}

/** Follows the spellings as a tree: legal is what continues one of those that begin as the reply does. */
function spellingMask(vocabulary: ExecutorVocabulary, spellings: readonly string[]): TokenMask | null {
  const encoded: number[][] = []
  for (const spelling of spellings) {
    const ids = [...spelling].map((letter) => vocabulary.table.idOf(letter))
    if (!ids.every((id) => id !== null)) return null
    encoded.push([...ids, vocabulary.end])
  }
  const memory = new Map<string, LegalTokens>()
  return (generated) => {
    const key = generated.join(' ')
    const known = memory.get(key)
    if (known !== undefined) return known
    const fitting = encoded.filter((ids) => generated.every((id, position) => ids[position] === id))
    const legal = [...new Set(fitting.flatMap((ids) => ids[generated.length] ?? []))]
    memory.set(key, legal)
    return legal
  }
}

function integerMask(vocabulary: ExecutorVocabulary): TokenMask | null {
  const ids = [...'0123456789'].map((digit) => vocabulary.table.idOf(digit))
  if (!ids.every((id) => id !== null)) return null
  const zero = ids[0]
  const minus = vocabulary.table.idOf('-')
  const nonZero = ids.slice(1)
  const start = minus === null ? ids : [...ids, minus]
  const further = [...ids, vocabulary.end]
  const last = [vocabulary.end]
  return (generated) => {
    if (generated.length === 0) return start
    const [first] = generated
    if (generated.length === 1 && first === minus) return nonZero
    return first === zero || generated.length >= longestInteger ? last : further
  }
}
