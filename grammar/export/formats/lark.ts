import type { CharacterSet, Expression } from '../model/expression.ts'
import { longestName } from '../spell/bounds.ts'
import type { CharacterGrammar } from '../spell/spell-grammar.ts'
import { ruleName } from './rule-name.ts'

/**
 * The grammar in llguidance's dialect of Lark: rules in small letters from `start` on, lexemes in capitals as regular
 * expressions without look-around. White space is spelled out, since some of it matters inside texts.
 */
export function lark({ start, rules, lexemes }: CharacterGrammar): string {
  const nameOf = (name: string): string =>
    name === start ? 'start' : lexemes.has(name) ? ruleName(name, '_').toUpperCase() : ruleName(name, '_')
  const ruleLines = [...rules].map(([name, expression]) => `${nameOf(name)}: ${ruleText(expression, nameOf)}\n`)
  const lexemeLines = [...lexemes].map(([name, expression]) => `${nameOf(name)}: ${lexemeText(expression)}\n`)
  return `${ruleLines.join('')}\n${lexemeLines.join('')}`
}

function ruleText(expression: Expression, nameOf: (name: string) => string): string {
  const inner = (part: Expression): string => ruleText(part, nameOf)
  const grouped = (part: Expression): string => part.kind === 'choice' ? `(${inner(part)})` : inner(part)
  switch (expression.kind) {
    case 'rule':
      return nameOf(expression.name)
    case 'literal':
      return JSON.stringify(expression.text)
    case 'sequence':
      return expression.items.map(grouped).join(' ')
    case 'choice':
      return expression.options.map(inner).join(' | ')
    case 'repetition': {
      const { item, minimum, maximum } = expression
      const written = item.kind === 'rule' || item.kind === 'literal' ? inner(item) : `(${inner(item)})`
      return `${written}${timesText(minimum, maximum)}`
    }
    case 'characters':
    case 'other_word':
    case 'token':
      throw new Error('a rule is over lexemes and literals')
  }
}

function timesText(minimum: number, maximum: number | null): string {
  if (maximum === null) return minimum === 0 ? '*' : minimum === 1 ? '+' : `{${minimum},}`
  return minimum === 0 && maximum === 1 ? '?' : `{${minimum},${maximum}}`
}

function lexemeText(expression: Expression): string {
  if (expression.kind !== 'other_word') return `/${pattern(expression)}/`
  const word = `/[A-Za-z_][0-9A-Za-z_]{0,${longestName}}/`
  return expression.than.length === 0 ? word : `${word} & ~/(${expression.than.join('|')})/`
}

function pattern(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return [...expression.text].map(escaped).join('')
    case 'characters':
      return classText(expression)
    case 'sequence':
      return expression.items.map((item) => item.kind === 'choice' ? `(${pattern(item)})` : pattern(item)).join('')
    case 'choice':
      return expression.options.map(pattern).join('|')
    case 'repetition': {
      const { item, minimum, maximum } = expression
      const isOne = item.kind === 'characters' || (item.kind === 'literal' && item.text.length === 1)
      const times = minimum === maximum ? `{${minimum}}` : timesText(minimum, maximum)
      return `${isOne ? pattern(item) : `(${pattern(item)})`}${times}`
    }
    case 'rule':
    case 'other_word':
    case 'token':
      throw new Error('a lexeme is made of characters')
  }
}

const controls: ReadonlyMap<string, string> = new Map([['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t']])

const escaped = (character: string): string =>
  controls.get(character) ?? character.replace(/[\\^$.*+?()[\]{}|/"-]/, '\\$&')

function classText({ ranges, negated }: CharacterSet): string {
  const written = ranges.map(([first, last]) => first === last ? escaped(first) : `${escaped(first)}-${escaped(last)}`)
  return `[${negated ? '^' : ''}${written.join('')}]`
}
