import { codeScorer } from './code/code-scorer.ts'
import { exactScorer } from './exact-scorer.ts'
import { fieldScorer } from './field-scorer.ts'
import { mathScorer } from './math/math-scorer.ts'
import { numericScorer } from './numeric-scorer.ts'
import { schemaScorer } from './schema/schema-scorer.ts'
import type { Scorer } from './scorer.ts'
import { withDefaults } from './scorer-options.ts'
import type { ScorerName, ScorerOptions } from './scorer-options.ts'

/** The scorer of a name, with options that were checked. Two of the same name and options are the same one. */
export function scorerNamed(name: ScorerName, options: Partial<ScorerOptions> = {}): Scorer {
  const key = JSON.stringify([name, Object.entries(options).sort()])
  const known = made.get(key) ?? create(name, options)
  made.set(key, known)
  return known
}

const made = new Map<string, Scorer>()

function create(name: ScorerName, given: Partial<ScorerOptions>): Scorer {
  const options = withDefaults(given)
  const plain = plainScorer(name, options)
  const scorer = options.field === '' ? plain : fieldScorer(options.field, plain)
  return { ...scorer, name: nameWith(name, given) }
}

function plainScorer(name: ScorerName, options: ScorerOptions): Scorer {
  switch (name) {
    case 'exact':
      return exactScorer
    case 'numeric':
      return numericScorer(options)
    case 'math':
      return mathScorer(options)
    case 'code':
      return codeScorer(options)
    case 'schema':
      return schemaScorer(options)
  }
}

/** A scorer with other options is another one: results of the one are not those of the other. */
function nameWith(name: ScorerName, options: Partial<ScorerOptions>): string {
  const set = Object.entries(options).sort(([left], [right]) => (left < right ? -1 : 1))
  return set.length === 0 ? name : `${name} ${set.map(([option, value]) => `${option}=${String(value)}`).join(' ')}`
}
