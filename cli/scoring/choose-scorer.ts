import { resolve } from 'node:path'
import { nameHint } from '../../runtime/configuration/index.ts'
import { isScorerFile, isScorerName, loadScorerFile, readOptionFlag, readScorerOptions, scorerNames } from '../../trainer/scorers/index.ts'
import type { DefaultScorer } from '../../trainer/scorers/index.ts'

/** The options of a command that scores. */
export interface ScorerFlags {
  readonly scorer?: string
  /** `NAME=VALUE`. */
  readonly scorerOption?: readonly string[]
}

export type ChosenScorer =
  { readonly kind: 'ok'; readonly choice: DefaultScorer } | { readonly kind: 'error'; readonly problems: readonly string[] }

/** The scorer that the flags name: one of those that there are, or a function in a file. */
export async function chooseScorer({ scorer, scorerOption = [] }: ScorerFlags, workingFolder: string): Promise<ChosenScorer> {
  if (scorer === undefined) {
    return scorerOption.length === 0 ? { kind: 'ok', choice: null } : wrong('--scorer-option is for the scorer that --scorer names')
  }
  if (isScorerFile(scorer)) {
    if (scorerOption.length > 0) return wrong(`--scorer-option: ${scorer} is a scorer of your own, which has no options`)
    const loaded = await loadScorerFile(resolve(workingFolder, scorer), scorer)
    return loaded.kind === 'ok' ? { kind: 'ok', choice: { kind: 'own', scorer: loaded.scorer } } : wrong(loaded.message)
  }
  if (!isScorerName(scorer)) return wrong(`there is no scorer "${scorer}".${nameHint(scorer, scorerNames)} A function of your own is named by its file: ./my-scorer.mjs`)
  const flags = scorerOption.map(readOptionFlag)
  const problems = flags.filter((flag) => typeof flag === 'string')
  const read = readScorerOptions(scorer, Object.fromEntries(flags.filter((flag) => typeof flag !== 'string')))
  if (read.kind === 'error') problems.push(...read.problems)
  if (problems.length > 0 || read.kind === 'error') return wrong(...problems.map((problem) => `--scorer-option: ${problem}`))
  return { kind: 'ok', choice: { kind: 'named', name: scorer, options: read.options } }
}

const wrong = (...problems: readonly string[]): ChosenScorer => ({ kind: 'error', problems })
