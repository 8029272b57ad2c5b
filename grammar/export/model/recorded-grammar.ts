import {
  Alternation, Alternative, NonTerminal, Option, Repetition, RepetitionMandatory, Terminal, type IProduction,
} from 'chevrotain'
import { sharedParser } from '../../parser/shared-parser.ts'
import {
  choice, empty, literal, many, optional, repeat, rule, ruleNamesIn, sequence, token, type Expression,
} from './expression.ts'

/** Rules by name, in the order that they are read in. */
export type Rules = ReadonlyMap<string, Expression>

/** They are always spelled the same way, but no white space stands next to them. */
const textSigns: ReadonlySet<string> = new Set([
  'LineTextOpen', 'LineTextClose', 'BlockTextOpen', 'BlockTextClose', 'InsertClose',
])

/**
 * The rules that the parser records of itself, over its tokens; words and signs are literals. Rules that read habits of other
 * languages are left out, since what they read is always reported, and so is `;`, which is accepted and never written.
 */
export function recordedGrammar(): Rules {
  const rules = new Map<string, Expression>()
  for (const [name, production] of Object.entries(sharedParser.getGAstProductions())) {
    const expression = isHabit(name) ? null : sequenceOf(production.definition)
    if (expression !== null) rules.set(name, expression)
  }
  return reachable(rules, 'file')
}

const isHabit = (name: string): boolean => name.startsWith('habit')

/** `null` where an item is no part of the language. */
function sequenceOf(productions: readonly IProduction[]): Expression | null {
  const items = productions.map(expressionOf)
  return items.includes(null) ? null : sequence(...items.filter((item) => item !== null))
}

function expressionOf(production: IProduction): Expression | null {
  if (production instanceof NonTerminal) {
    return isHabit(production.nonTerminalName) ? null : rule(production.nonTerminalName)
  }
  if (production instanceof Terminal) return terminalOf(production)
  if (production instanceof Alternation) {
    const options = production.definition.map(expressionOf).filter((option) => option !== null)
    return options.length === 0 ? null : choice(...options)
  }
  if (production instanceof Alternative) return sequenceOf(production.definition)
  if (production instanceof Option) return around(production.definition, optional)
  if (production instanceof Repetition) return around(production.definition, many)
  if (production instanceof RepetitionMandatory) {
    const item = sequenceOf(production.definition)
    return item === null ? null : repeat(item, 1, null)
  }
  throw new Error('the parser has a production that its exports do not know')
}

/** What need not be there is nothing where it is no part of the language. */
function around(definition: readonly IProduction[], wrap: (item: Expression) => Expression): Expression {
  const item = sequenceOf(definition)
  return item === null ? empty : wrap(item)
}

function terminalOf({ terminalType: { name, PATTERN: pattern } }: Terminal): Expression | null {
  if (name === 'Semicolon') return null
  return typeof pattern === 'string' && !textSigns.has(name) ? literal(pattern) : token(name)
}

/** The rules that one of them reaches, nearest first. */
export function reachable(rules: Rules, start: string): Rules {
  const ordered = new Map<string, Expression>()
  const names = [start]
  for (const name of names) {
    const next = rules.get(name)
    if (next === undefined || ordered.has(name)) continue
    ordered.set(name, next)
    names.push(...ruleNamesIn(next))
  }
  return ordered
}
