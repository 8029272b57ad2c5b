import { tokenMatcher, type IToken, type TokenType } from 'chevrotain'
import {
  Agent, As, Assign, Colon, CompoundAssign, Dot, Else, FatArrow, From, Identifier, If, Max, Of, reservedWordTokens, Stop,
  Tool, When, While, Word, Workflow,
} from '../../tokens/index.ts'
import { makeToken, retyped } from '../make-token.ts'
import { nextOnLine, opensStatement, type TokenEdit, type TokenEditor } from '../token-editor.ts'
import { tokenRange } from '../token-range.ts'

// Every word here is a legal name: it is taken for a habit only where no name could stand.

const next = ({ input, index }: TokenEditor, ahead: number): TokenType | undefined => input[index + ahead]?.tokenType

/** Where what follows a left-out word starts: the parser has no better word for it. */
const nextStart = ({ input, index }: TokenEditor): number | undefined => input[index + 1]?.startOffset

/** `let x = 1` */
const variableWord: TokenEdit = (token, editor) => {
  const after = next(editor, 2)
  const binds = after !== undefined && (after === Colon || after === Assign || after.CATEGORIES?.includes(Assign) === true)
  if (!opensStatement(token, editor) || !nextIsName(editor) || !binds) return null
  editor.report({ kind: 'variable_word', range: tokenRange(token), details: { word: token.image } }, nextStart(editor))
  return []
}

/** `await f(x)`, `new F(x)`, `async workflow main()` */
const needlessWord: TokenEdit = (token, editor) => {
  const calls = nextIsName(editor) && !isGrammarWord(next(editor, 1)) && next(editor, 2) !== Assign && next(editor, 2) !== Colon
  if (!calls && !nextOnLine(editor, Workflow, Agent, Tool)) return null
  editor.report({ kind: 'needless_word', range: tokenRange(token), details: { word: token.image } }, nextStart(editor))
  return []
}

/** `while condition { … }` */
const whileLoop: TokenEdit = (token, editor) => {
  const after = next(editor, 1)
  if (!opensStatement(token, editor) || after === undefined || after === Assign || after === Colon || after === Dot) return null
  editor.report({ kind: 'while_loop', range: tokenRange(token), details: {} })
  return [retyped(token, While)]
}

/** `elif condition { … }` */
const elseIfWord: TokenEdit = (token, editor) => {
  if (editor.output.at(-1)?.image !== '}') return null
  const after = next(editor, 1)
  if (after === undefined || after === Assign || after === Colon) return null
  editor.report({ kind: 'else_if_word', range: tokenRange(token), details: { word: token.image } })
  return [makeToken(Else, token.image, token.startOffset), makeToken(If, '', token.startOffset + token.image.length)]
}

/** `_ => { … }` */
const underscoreArm: TokenEdit = (token, editor) => {
  if (next(editor, 1) !== FatArrow) return null
  editor.report({ kind: 'underscore_arm', range: tokenRange(token), details: {} })
  return [retyped(token, Else)]
}

/** What a plain name may turn out to be. */
const byName: ReadonlyMap<string, TokenEdit> = new Map([
  ['let', variableWord], ['const', variableWord], ['var', variableWord],
  ['await', needlessWord], ['async', needlessWord], ['new', needlessWord],
  ['while', whileLoop],
  ['elif', elseIfWord], ['elsif', elseIfWord], ['elseif', elseIfWord],
  ['_', underscoreArm],
])

/** Names that the lexer looks at twice. */
export const foreignNames: readonly string[] = [...byName.keys()]

const foreignWord: TokenEdit = (token, editor) => byName.get(token.image)?.(token, editor) ?? null

/** `Kind.member => { … }` */
const qualifiedArm: TokenEdit = (arrow, { output, report }) => {
  const [name, dot, member] = output.slice(-3)
  if (name === undefined || dot?.tokenType !== Dot || member === undefined) return null
  if (!tokenMatcher(name, Identifier) || !tokenMatcher(member, Word)) return null
  const range = { start: name.startOffset, end: member.startOffset + member.image.length }
  report({ kind: 'qualified_arm', range, details: { enum: name.image, member: member.image } })
  output.splice(-3, 3, member)
  return [arrow]
}

/** `stop if condition` */
const stopIf: TokenEdit = (token, { output, report }) => {
  if (output.at(-1)?.tokenType !== Stop) return null
  report({ kind: 'stop_if', range: tokenRange(token), details: {} })
  return [retyped(token, When)]
}

/** `type = f(x)`: a word of the language in the place of a name. */
const reservedName: TokenEdit = (token, editor) => {
  if (!nextOnLine(editor, Assign, CompoundAssign) || !opensStatement(token, editor)) return null
  editor.report({ kind: 'reserved_word', range: tokenRange(token), details: { word: token.image } })
  return [retyped(token, Identifier)]
}

function nextIsName(editor: TokenEditor): boolean {
  const after: IToken | undefined = editor.input[editor.index + 1]
  return after !== undefined && tokenMatcher(after, Identifier) && nextOnLine(editor, after.tokenType)
}

function isGrammarWord(type: TokenType | undefined): boolean {
  return type === Max || type === Of || type === As || type === From
}

export const wordEdits: readonly (readonly [TokenType, TokenEdit])[] = [
  [Identifier, foreignWord],
  [FatArrow, qualifiedArm],
  ...reservedWordTokens.map((type) => [type, reservedName] as const),
  [If, stopIf],
]
