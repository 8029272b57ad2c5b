import { choice, literal, rule, sequence, type Expression } from '../model/expression.ts'
import type { Region } from '../refine/context.ts'

const inText = (line: string, block: string) => (region: Region): Expression => rule(region === 'line' ? line : block)

const insertOpen = inText('lineInsertOpen', 'blockInsertOpen')

/** A tag, without white space around its sign; what is before its braces in the text is part of them. */
const tag = (...rest: readonly string[]) => (region: Region): Expression =>
  sequence(insertOpen(region), ...rest.map(literal))

const always = (expression: Expression) => (): Expression => expression

const spellings: ReadonlyMap<string, (region: Region) => Expression> = new Map([
  ['Identifier', always(choice(rule('identifier'), literal('_')))],
  ['ValueName', always(rule('identifier'))],
  ['Word', always(rule('anyWord'))],
  ['Integer', always(rule('wholeNumber'))],
  ['Numeric', always(choice(rule('decimalNumber'), rule('wholeNumber')))],
  ['EmptyText', always(literal('""'))],
  ['LineTextOpen', always(literal('"'))],
  ['LineTextClose', always(literal('"'))],
  ['BraceLineTextClose', always(literal('{"'))],
  ['BlockTextOpen', always(literal('"""'))],
  ['BlockTextClose', always(rule('blockTextClose'))],
  ['TextChunk', (region) => region === 'line' ? rule('lineChunk') : choice(rule('blockChunk'), rule('blockEscape'))],
  ['TextBreak', always(rule('blockBreak'))],
  ['InsertOpen', insertOpen],
  ['InsertClose', always(literal('}}'))],
  ['IfTag', tag('#', 'if')],
  ['EachTag', tag('#', 'each')],
  ['ElseTag', tag('else', '}}')],
  ['EndIfTag', tag('/', 'if', '}}')],
  ['EndEachTag', tag('/', 'each', '}}')],
])

/** What a token looks like in a region, over the lexemes. */
export function spellToken(name: string, region: Region): Expression {
  const spelling = spellings.get(name)
  if (spelling === undefined) throw new Error(`nothing says how the token ${name} is spelled`)
  return spelling(region)
}

/** A word or sign. A comment right behind `/` would be one from the `/` on, so in code white space follows it. */
export const spellLiteral = (text: string, region: Region): Expression => literal(text === '/' && region === 'code' ? '/ ' : text)
