import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { armNames } from '../demonstration/arms.ts'
import type { ArmName } from '../demonstration/arms.ts'
import type { ArmResult } from '../demonstration/arm-result.ts'
import type { VoteResult } from '../demonstration/run-arm-process.ts'
import type { DemonstrationSettings } from '../demonstration/settings.ts'
import { writeWholeFile } from '../files/index.ts'
import type { CurvePoint } from './curve.ts'
import { isResult } from './result-schema.ts'

/** What one arm came to with one seed, and with which settings. */
export interface ExperimentResult {
  readonly version: 1
  readonly seed: number
  readonly backend: string
  readonly settings: DemonstrationSettings
  readonly result: ArmResult
  /** Of the single agent: its executors under votes of several sizes. */
  readonly votes: readonly VoteResult[]
  /** How its training went; results of before it was kept have none. */
  readonly curve?: readonly CurvePoint[]
}

export const resultPath = (folder: string, seed: number, arm: ArmName): string => join(folder, 'results', `seed-${seed}-${arm}.json`)

export function writeResult(folder: string, arm: ArmName, result: ExperimentResult): void {
  const path = resultPath(folder, result.seed, arm)
  mkdirSync(dirname(path), { recursive: true })
  writeWholeFile(path, `${JSON.stringify(result)}\n`)
}

export type FoundResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'result'; readonly result: ExperimentResult }
  | { readonly kind: 'unusable'; readonly message: string }

/** The result of an arm and a seed, if there is one. One that was made with other settings is none that can be used. */
export function findResult(folder: string, seed: number, arm: ArmName, settings: DemonstrationSettings): FoundResult {
  const path = resultPath(folder, seed, arm)
  if (!existsSync(path)) return { kind: 'none' }
  const result = readResult(readFileSync(path, 'utf8'))
  if (result === null) return { kind: 'unusable', message: `${path} is no result of an experiment; remove it to run the arm again` }
  const isOfThese = JSON.stringify(result.settings) === JSON.stringify(settings) && result.seed === seed && result.result.name === arm
  if (isOfThese) return { kind: 'result', result }
  return { kind: 'unusable', message: `${path} was made with other settings; remove it, or name another folder with --out` }
}

function readResult(text: string): ExperimentResult | null {
  try {
    const data: unknown = JSON.parse(text)
    return isResult(data) ? data : null
  } catch {
    return null
  }
}

export type ReadResults =
  | { readonly kind: 'read'; readonly results: readonly ExperimentResult[] }
  | { readonly kind: 'unusable'; readonly message: string }

/** Every result in the folder of an experiment, by seed and arm; none where it holds no experiment. Throws what the file system throws. */
export function readResults(folder: string): ReadResults {
  const home = dirname(resultPath(folder, 1, 'both'))
  if (!existsSync(home)) return { kind: 'read', results: [] }
  const results: ExperimentResult[] = []
  for (const name of readdirSync(home).filter((file) => file.endsWith('.json'))) {
    const result = readResult(readFileSync(join(home, name), 'utf8'))
    if (result === null) return { kind: 'unusable', message: `${join(home, name)} is no result of an experiment` }
    results.push(result)
  }
  const rank = ({ result }: ExperimentResult): number => armNames.findIndex((arm) => arm === result.name)
  return { kind: 'read', results: results.sort((left, right) => left.seed - right.seed || rank(left) - rank(right)) }
}
