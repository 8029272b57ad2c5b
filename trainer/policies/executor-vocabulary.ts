import type { Type, Value } from '../../compiler/index.ts'
import type { AgentOfRequest } from '../../runtime/index.ts'
import type { SymbolTable } from './symbol-table.ts'
import { symbolTable } from './symbol-table.ts'

/** What an executor network can read and write. */
export interface ExecutorVocabulary {
  readonly table: SymbolTable
  /** Ends a completion. */
  readonly end: number
  /** Stands between prompt and completion. */
  readonly reply: number
  /** The ids of characters: all that a free text may hold. */
  readonly characters: readonly number[]
  readonly roles: readonly string[]
}

const endSymbol = 'end'
const replySymbol = 'reply'
const nextSymbol = 'next'
const roleSymbol = (role: string): string => `role:${role}`

/** Symbols: the end, the reply mark, the mark between inputs, one per role, one per character. */
export function executorVocabulary(roles: readonly string[], characters: string): ExecutorVocabulary {
  const letters = [...new Set(characters)]
  const table = symbolTable([endSymbol, replySymbol, nextSymbol, ...roles.map(roleSymbol), ...letters])
  return { table, end: idOf(table, endSymbol), reply: idOf(table, replySymbol), characters: letters.map((letter) => idOf(table, letter)), roles }
}

export type EncodedPrompt =
  | { readonly kind: 'tokens'; readonly tokens: readonly number[] }
  | { readonly kind: 'unreadable'; readonly message: string }

/** The prompt of a call: its role, its inputs in order, the reply mark. Absent optionals are left empty. */
export function encodePrompt(vocabulary: ExecutorVocabulary, agent: Pick<AgentOfRequest, 'name' | 'role' | 'inputs'>): EncodedPrompt {
  const role = agent.role ?? agent.name
  const start = vocabulary.table.idOf(roleSymbol(role))
  if (start === null) return { kind: 'unreadable', message: `it was never trained on the role "${role}"` }
  const tokens = [start]
  for (const [position, input] of agent.inputs.entries()) {
    if (position > 0) tokens.push(idOf(vocabulary.table, nextSymbol))
    for (const letter of textOf(input.value)) {
      const id = vocabulary.table.idOf(letter)
      if (id === null || !vocabulary.characters.includes(id)) {
        return { kind: 'unreadable', message: `it knows no character ${JSON.stringify(letter)}` }
      }
      tokens.push(id)
    }
  }
  return { kind: 'tokens', tokens: [...tokens, idOf(vocabulary.table, replySymbol)] }
}

/** The tokens of a reply, the end included; `null` where it holds a character outside the vocabulary. */
export function encodeReply(vocabulary: ExecutorVocabulary, value: Value): readonly number[] | null {
  const tokens: number[] = []
  for (const letter of textOf(value)) {
    const id = vocabulary.table.idOf(letter)
    if (id === null || !vocabulary.characters.includes(id)) return null
    tokens.push(id)
  }
  return [...tokens, vocabulary.end]
}

/** The text of a completion, up to its end. */
export function decodeReply(vocabulary: ExecutorVocabulary, tokens: readonly number[]): string {
  const end = tokens.indexOf(vocabulary.end)
  return (end === -1 ? tokens : tokens.slice(0, end)).map((id) => vocabulary.table.symbolOf(id)).join('')
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value))

/** The finite set of replies to a type, where there is one: `bool` and enums. */
export function finiteReplies(type: Type): readonly string[] | null {
  if (type.kind === 'bool') return ['true', 'false']
  return type.kind === 'enum' ? type.members : null
}

function idOf(table: SymbolTable, symbol: string): number {
  const id = table.idOf(symbol)
  if (id === null) throw new Error(`the table has no symbol ${symbol}`)
  return id
}
