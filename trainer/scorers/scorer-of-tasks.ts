import type { Value } from '../../compiler/index.ts'
import { nameHint } from '../../runtime/configuration/index.ts'
import { scorerNamed } from './scorer-named.ts'
import { isScorerName, readScorerOptions, scorerNames } from './scorer-options.ts'
import type { ScorerName, ScorerOptions } from './scorer-options.ts'
import type { ScoredTask, Scorer } from './scorer.ts'

/** The scorer for tasks that name none: one of those that have a name, or one of one's own; `null` where there is none. */
export type DefaultScorer =
  | { readonly kind: 'named'; readonly name: ScorerName; readonly options: Partial<ScorerOptions> }
  | { readonly kind: 'own'; readonly scorer: Scorer }
  | null

/**
 * Scores each task by the scorer that it names: `"scorer": "math"`, or `{"name": "numeric", "tolerance": 0.01}`. Without a name, its
 * options are those of the default scorer, and win over them. Tasks come from elsewhere: they name no function of one's own.
 */
export function scorerOfTasks(fallback: DefaultScorer): Scorer {
  const choose = (task: ScoredTask): Scorer | string => scorerOf(task.scorer, fallback)
  const name = fallback === null ? 'by task' : fallback.kind === 'own' ? fallback.scorer.name : scorerNamed(fallback.name, fallback.options).name
  return {
    name,
    fits: (task) => {
      const scorer = choose(task)
      return typeof scorer === 'string' ? { kind: 'unfit', problem: scorer } : scorer.fits(task)
    },
    judge: (result, task) => {
      const scorer = choose(task)
      return typeof scorer === 'string' ? { kind: 'failed', reason: scorer } : scorer.judge(result, task)
    },
  }
}

/** A text says why there is none. */
function scorerOf(named: Value | undefined, fallback: DefaultScorer): Scorer | string {
  if (named === undefined) {
    if (fallback === null) return 'it names no scorer, and there is none for all: give --scorer, or write "scorer" into the task'
    return fallback.kind === 'own' ? fallback.scorer : scorerNamed(fallback.name, fallback.options)
  }
  if (typeof named === 'string') return scorerOf({ name: named }, fallback)
  if (typeof named !== 'object' || named === null || Array.isArray(named)) return '"scorer" is a name, or an object with a name and options'
  const { name: written, ...own } = named as Readonly<Record<string, Value>>
  const name = written ?? (fallback?.kind === 'named' ? fallback.name : undefined)
  if (typeof name !== 'string') return '"scorer" lacks a "name"'
  if (!isScorerName(name)) return `there is no scorer "${name}".${nameHint(name, scorerNames)}`
  const inherited = fallback?.kind === 'named' && fallback.name === name ? fallback.options : {}
  const read = readScorerOptions(name, own)
  return read.kind === 'ok' ? scorerNamed(name, { ...inherited, ...read.options }) : read.problems.join('; ')
}
