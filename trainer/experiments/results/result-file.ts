import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeWholeFile } from '../../files/index.ts'
import type { ExperimentArm } from '../experiment.ts'
import type { ExperimentResult } from './experiment-result.ts'
import { isResult } from './result-schema.ts'
import { settingsDigest } from './settings-digest.ts'

const resultsIn = (folder: string): string => join(folder, 'results')

export const resultPath = (folder: string, seed: number, arm: string): string => join(resultsIn(folder), `seed-${seed}-${arm}.json`)

export function writeResult(folder: string, result: ExperimentResult): void {
  const path = resultPath(folder, result.seed, result.arm)
  mkdirSync(dirname(path), { recursive: true })
  writeWholeFile(path, `${JSON.stringify(result)}\n`)
}

export type FoundResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'result'; readonly result: ExperimentResult }
  | { readonly kind: 'unusable'; readonly message: string }

/** The result of an arm and a seed, if there is one. One that was made with other settings is none that can be used. */
export function findResult(folder: string, experiment: string, seed: number, arm: ExperimentArm): FoundResult {
  const path = resultPath(folder, seed, arm.name)
  if (!existsSync(path)) return { kind: 'none' }
  const result = readResult(readFileSync(path, 'utf8'))
  if (result === null) return { kind: 'unusable', message: `${path} is no result of an experiment; remove it to run the arm again` }
  const isOfArm = result.experiment === experiment && result.arm === arm.name && result.seed === seed
  if (isOfArm && result.digest === settingsDigest(arm)) return { kind: 'result', result }
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

/** Every result in the folder of an experiment, by seed; none where it holds no experiment. Throws what the file system throws. */
export function readResults(folder: string): ReadResults {
  const home = resultsIn(folder)
  if (!existsSync(home)) return { kind: 'read', results: [] }
  const results: ExperimentResult[] = []
  for (const name of readdirSync(home).filter((file) => file.endsWith('.json')).sort()) {
    const result = readResult(readFileSync(join(home, name), 'utf8'))
    if (result === null) return { kind: 'unusable', message: `${join(home, name)} is no result of an experiment` }
    results.push(result)
  }
  return { kind: 'read', results: results.sort((left, right) => left.seed - right.seed) }
}
