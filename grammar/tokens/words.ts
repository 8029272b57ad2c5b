import { createToken, Lexer, type TokenType } from 'chevrotain'

/** Any word at all: reserved words are legal as field names, so a field name is a `Word`. */
export const Word = createToken({ name: 'Word', pattern: Lexer.NA, label: 'a name' })

/** A word that cannot be a name. */
export const ReservedWord = createToken({ name: 'ReservedWord', pattern: Lexer.NA, categories: [Word], label: 'a reserved word' })

export const Identifier = createToken({
  name: 'Identifier',
  pattern: /[A-Za-z_][A-Za-z0-9_]*/,
  categories: [Word],
  label: 'a name',
})

function tokenName(word: string): string {
  return word.split('_').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
}

function word(text: string, category: TokenType): TokenType {
  return createToken({
    name: tokenName(text),
    pattern: text,
    longer_alt: Identifier,
    categories: [category],
    label: `\`${text}\``,
  })
}

const reserved = (text: string): TokenType => word(text, ReservedWord)

/** Special only in its place; a name everywhere else. */
const contextual = (text: string): TokenType => word(text, Identifier)

export const Import = reserved('import')
export const Export = reserved('export')
export const Type = reserved('type')
export const Enum = reserved('enum')
export const Tool = reserved('tool')
export const Agent = reserved('agent')
export const Workflow = reserved('workflow')
export const Static = reserved('static')
export const If = reserved('if')
export const Else = reserved('else')
export const Match = reserved('match')
export const Repeat = reserved('repeat')
export const For = reserved('for')
export const Stop = reserved('stop')
export const Assert = reserved('assert')
export const Return = reserved('return')
export const Sample = reserved('sample')
export const Each = reserved('each')
export const In = reserved('in')
export const Yield = reserved('yield')
export const Otherwise = reserved('otherwise')
export const And = reserved('and')
export const Or = reserved('or')
export const Not = reserved('not')
export const True = reserved('true')
export const False = reserved('false')
export const None = reserved('none')

export const From = contextual('from')
export const Pure = contextual('pure')
export const Budget = contextual('budget')
export const Max = contextual('max')
export const Of = contextual('of')
export const When = contextual('when')
export const As = contextual('as')
export const Role = contextual('role')
export const Prompt = contextual('prompt')
export const Model = contextual('model')
export const Policy = contextual('policy')
export const Tools = contextual('tools')
export const Temperature = contextual('temperature')
export const TopP = contextual('top_p')
export const MaxTokens = contextual('max_tokens')
export const MaxTurns = contextual('max_turns')
export const Repairs = contextual('repairs')
export const Timeout = contextual('timeout')
export const Calls = contextual('calls')
export const Tokens = contextual('tokens')
export const Seconds = contextual('seconds')
export const Depth = contextual('depth')

export const reservedWordTokens: readonly TokenType[] = [
  Import, Export, Type, Enum, Tool, Agent, Workflow, Static, If, Else, Match, Repeat, For, Stop, Assert, Return, Sample,
  Each, In, Yield, Otherwise, And, Or, Not, True, False, None,
]

export const settingTokens: readonly TokenType[] = [
  Role, Prompt, Model, Policy, Tools, Temperature, TopP, MaxTokens, MaxTurns, Repairs, Timeout,
]

export const budgetTokens: readonly TokenType[] = [Calls, Tokens, Seconds, Depth]

/** The spelling of a word token. */
export function spelling(token: TokenType): string {
  return typeof token.PATTERN === 'string' ? token.PATTERN : token.name
}

/** Longer words stand before their beginnings (`tools` before `tool`), and all before the name that any word may go on as. */
export const wordTokens: readonly TokenType[] = [
  ...[...reservedWordTokens, From, Pure, Budget, Max, Of, When, As, ...settingTokens, ...budgetTokens]
    .toSorted((one, other) => spelling(other).length - spelling(one).length),
  Identifier,
  ReservedWord,
  Word,
]
