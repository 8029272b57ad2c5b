import { mapParts, rule, type Expression } from '../model/expression.ts'
import type { Rules } from '../model/recorded-grammar.ts'
import type { LegalNames } from '../legal-names.ts'
import { contextInside, nameInContext, settleContext, type Context, type Region } from './context.ts'
import { withFixedNames } from './fixed-names.ts'
import { inContext } from './in-context.ts'
import { legalRules } from './legal-rules.ts'
import { withPlainTexts } from './plain-texts.ts'
import { ruleOf } from './rewrite.ts'

/** A rule over tokens and literals, and where it stands. */
export interface RefinedRule {
  readonly expression: Expression
  readonly region: Region
}

/** A grammar that says what the parser checks beyond its productions. */
export interface RefinedGrammar {
  readonly start: string
  readonly rules: ReadonlyMap<string, RefinedRule>
}

/** What the grammar with these names starts from. */
export const startOf = (names: LegalNames | null): string => names === null ? 'file' : 'rest'

/** The rules for people: of the language, or of a script whose declarations are fixed, wherever they stand. */
export function readableRules(recorded: Rules, names: LegalNames | null): Rules {
  const legal = legalRules(recorded)
  return names === null ? legal : withFixedNames(legal, names)
}

/**
 * The legal language: `return` and `stop` stand where they may, every way through a workflow returns, a text inserts what a text
 * can. With names, the workflow of a script whose declarations are fixed.
 */
export function refineGrammar(recorded: Rules, names: LegalNames | null): RefinedGrammar {
  const rules = withPlainTexts(readableRules(recorded, names))
  const refined = new Map<string, RefinedRule>()
  const instantiate = (name: string, around: Context): string => {
    const context = settleContext(name, around)
    const instance = nameInContext(name, context)
    if (refined.has(instance)) return instance
    const original = ruleOf(rules, name)
    const inside = contextInside(name, context)
    refined.set(instance, { expression: original, region: inside.region })
    const edited = inContext.get(name)?.(original, context) ?? original
    const replace = (part: Expression): Expression =>
      part.kind === 'rule' ? rule(instantiate(part.name, inside)) : mapParts(part, replace)
    refined.set(instance, { expression: replace(edited), region: inside.region })
    return instance
  }
  const start = instantiate(startOf(names), { region: 'code', flow: 'plain' })
  return { start, rules: refined }
}
