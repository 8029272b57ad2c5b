import { choice, mapParts, optional, repeat, rule, ruleNamesIn, sequence, type Expression } from '../model/expression.ts'
import type { Region } from '../refine/context.ts'
import type { RefinedGrammar } from '../refine/refine-grammar.ts'
import { mostBlanks, mostWhiteSpace } from './bounds.ts'
import { edgesIn } from './edges.ts'
import { lexemesWith } from './lexemes.ts'
import { separate, whiteSpaceRules } from './separate.ts'
import { spellLiteral, spellToken } from './spell-token.ts'

/** A grammar over characters. Every repetition that a model could go on with for ever without writing anything is bounded. */
export interface CharacterGrammar {
  /** The name of the first rule. */
  readonly start: string
  readonly rules: ReadonlyMap<string, Expression>
  /** What a lexer would read as one token: no lexeme names a rule. */
  readonly lexemes: ReadonlyMap<string, Expression>
}

const start = 'root'

/** Spells the tokens and puts white space between them; `declared` are names that nothing else may have. */
export function spellGrammar(grammar: RefinedGrammar, declared: readonly string[]): CharacterGrammar {
  const edgesOf = edgesIn(grammar.rules)
  const rules = new Map<string, Expression>([[start, rootOf(grammar)]])
  for (const [name, { expression, region }] of grammar.rules) {
    const written = spelled(separate(expression, region, edgesOf), region)
    rules.set(name, name === 'file' && written.kind === 'repetition' ? written.item : written)
  }
  for (const [name, expression] of Object.entries(whiteSpace)) rules.set(name, expression)
  const lexemes = new Map(Object.entries(lexemesWith(declared)))
  return used({ start, rules, lexemes })
}

/** A file, empty or not, has white space around it; a workflow begins at once and ends with its brace. */
function rootOf(grammar: RefinedGrammar): Expression {
  if (grammar.start !== 'file') return rule(grammar.start)
  const { optional: space } = whiteSpaceRules.code
  return sequence(rule(space), optional(rule(grammar.start), rule(space)), optional(rule('lastComment')))
}

function spelled(expression: Expression, region: Region): Expression {
  const spell = (part: Expression): Expression => {
    if (part.kind === 'token') return spellToken(part.name, region)
    if (part.kind === 'literal') return spellLiteral(part.text, region)
    return mapParts(part, spell)
  }
  return spell(expression)
}

const whiteSpaceOf = (region: Region, item: Expression, most: number): Readonly<Record<string, Expression>> => ({
  [whiteSpaceRules[region].optional]: repeat(item, 0, most),
  [whiteSpaceRules[region].required]: repeat(item, 1, most),
})

const whiteSpace: Readonly<Record<string, Expression>> = {
  ...whiteSpaceOf('code', rule('codeSpace'), mostWhiteSpace),
  ...whiteSpaceOf('line', rule('blank'), mostBlanks),
  ...whiteSpaceOf('block', rule('space'), mostWhiteSpace),
  codeSpace: choice(rule('space'), rule('lineComment'), rule('blockComment')),
}

/** Without what nothing names. */
function used({ start: first, rules, lexemes }: CharacterGrammar): CharacterGrammar {
  const reached = new Set<string>()
  const names = [first]
  for (const name of names) {
    if (reached.has(name)) continue
    reached.add(name)
    names.push(...ruleNamesIn(rules.get(name) ?? sequence()))
  }
  const kept = (all: ReadonlyMap<string, Expression>): ReadonlyMap<string, Expression> =>
    new Map([...all].filter(([name]) => reached.has(name)))
  return { start: first, rules: kept(rules), lexemes: kept(lexemes) }
}
