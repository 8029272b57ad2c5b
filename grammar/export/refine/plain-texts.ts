import { choice, repeat, rule, sequence, token, type Expression } from '../model/expression.ts'
import type { Rules } from '../model/recorded-grammar.ts'
import { ruleOf, withRules } from './rewrite.ts'

/** Characters, insertions and tags of one line. */
const longestLine = 1000
const mostLines = 1000

/** The rules with texts whose characters can be told apart one by one; where a `STRING` is due, a text inserts nothing. */
export function withPlainTexts(rules: Rules): Rules {
  const parts = ruleOf(rules, 'textParts')
  if (parts.kind !== 'repetition') throw new Error('the parser has no parts of a text')
  return withRules(rules, {
    string: choice(rule('plainLineText'), rule('plainBlockText')),
    plainLineText: lineText(token('TextChunk')),
    plainBlockText: blockText(token('TextChunk')),
    lineText: lineText(rule('textPart')),
    blockText: blockText(rule('textPart')),
    textPart: parts.item,
    lineParts: line(rule('textPart'), 0),
    blockParts: lines(rule('textPart')),
  })
}

const line = (part: Expression, minimum: 0 | 1): Expression => repeat(part, minimum, longestLine)

/** Lines that end in a break, so that no text has two readings. */
const lines = (part: Expression): Expression =>
  sequence(line(part, 0), repeat(sequence(token('TextBreak'), line(part, 0)), 0, mostLines))

/** `""` is one token, so that three quotes are never an empty text and the start of another one. */
const lineText = (part: Expression): Expression => choice(
  token('EmptyText'),
  sequence(token('LineTextOpen'), line(part, 1), token('LineTextClose')),
  sequence(token('LineTextOpen'), line(part, 0), token('BraceLineTextClose')),
)

const blockText = (part: Expression): Expression =>
  sequence(token('BlockTextOpen'), lines(part), token('BlockTextClose'))
