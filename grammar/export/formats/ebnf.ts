import { Decimal, Identifier, Integer } from '../../tokens/index.ts'
import { partsOf, type Expression } from '../model/expression.ts'
import type { Rules } from '../model/recorded-grammar.ts'
import { ruleName } from './rule-name.ts'
import { tokenText } from './token-text.ts'

const lineWidth = 110

/** The rules as EBNF (ISO 14977), over tokens: `[ … ]` may be missing, `{ … }` is repeated. */
export function ebnf(rules: Rules): string {
  const lines = [...rules].map(([name, expression]) => ruleLines(ruleName(name, '_'), expression))
  return `${lines.join('')}\n${tokenLines}`
}

const patternOf = ({ PATTERN: pattern }: typeof Identifier): string => pattern instanceof RegExp ? `? ${pattern.source} ?` : ''

const tokenLines = `NAME = WORD - reserved word ;
WORD = ${patternOf(Identifier)} ;
INT = ${patternOf(Integer)} ;
NUMBER = INT | ${patternOf(Decimal)} ;
CHARACTERS = ? plain text and escapes ? ;
`

/** On one line where it fits, else an option a line. */
function ruleLines(name: string, expression: Expression): string {
  const line = `${name} = ${textOf(expression)} ;\n`
  if (line.length <= lineWidth || expression.kind !== 'choice') return line
  return `${name} = ${expression.options.map(textOf).join('\n  | ')}\n  ;\n`
}

function textOf(expression: Expression): string {
  switch (expression.kind) {
    case 'rule':
      return ruleName(expression.name, '_')
    case 'token':
      return tokenText(expression.name)
    case 'literal':
      return `"${expression.text}"`
    case 'sequence':
      return expression.items.map(grouped).join(' ')
    case 'choice':
      return expression.options.map(textOf).join(' | ')
    case 'repetition': {
      const item = textOf(expression.item)
      if (expression.maximum === 1) return `[ ${item} ]`
      return expression.minimum === 0 ? `{ ${item} }` : `${grouped(expression.item)} { ${item} }`
    }
    case 'characters':
    case 'other_word':
      throw new Error('rules for people are over tokens')
  }
}

const grouped = (expression: Expression): string =>
  expression.kind === 'choice' && partsOf(expression).length > 1 ? `( ${textOf(expression)} )` : textOf(expression)
