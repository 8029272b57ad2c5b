import { exactScorer } from './exact-scorer.ts'
import { numericScorer } from './numeric-scorer.ts'
import type { Scorer } from './scorer.ts'

export const scorerNames = ['exact', 'numeric'] as const

export type ScorerName = (typeof scorerNames)[number]

const scorers: Readonly<Record<ScorerName, Scorer>> = { exact: exactScorer, numeric: numericScorer }

/** The scorer that a configuration names. */
export const scorerNamed = (name: ScorerName): Scorer => scorers[name]

export const isScorerName = (name: string): name is ScorerName => (scorerNames as readonly string[]).includes(name)
