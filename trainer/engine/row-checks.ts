import type { NetworkShape } from './network-shape.ts'
import { checkLegal, checkTemperature, checkTokens } from './sampling/sampling-checks.ts'
import { fits } from './token-block.ts'
import { TrainingFault } from './training-fault.ts'
import type { CompletionRow, PolicyGradientRow } from './training-row.ts'

/** Throws for the first row that a network of this shape cannot compute log-probabilities of. */
export function checkRows(shape: NetworkShape, rows: readonly CompletionRow[]): void {
  if (rows.length === 0) throw new TrainingFault('empty-batch', 'There is no row to compute with')
  rows.forEach((row, index) => checkRow(shape, row, index))
}

/**
 * Throws for the first row whose record does not fit its tokens, that a later version than this one sampled, or that lacks
 * reference log-probabilities where they are needed.
 */
export function checkRecords(rows: readonly PolicyGradientRow[], version: number, needsReference = false): void {
  rows.forEach((row, index) => {
    const { completion, logProbabilities, advantages, referenceLogProbabilities } = row
    checkLength('log-probabilities', logProbabilities, completion, index)
    checkLength('advantages', advantages, completion, index)
    const reference = needsReference ? (referenceLogProbabilities ?? []) : referenceLogProbabilities
    checkLength('reference log-probabilities', reference, completion, index)
    checkFinite('A log-probability', logProbabilities, index)
    checkFinite('An advantage', advantages, index)
    checkFinite('A reference log-probability', referenceLogProbabilities ?? [], index)
    checkWeight(row.weight, index)
    if (row.version <= version) return
    const versions = `version ${row.version}, the network is at ${version}`
    throw new TrainingFault('future-version', `A row comes from a version that does not exist yet: ${versions}`, [index])
  })
}

/** Throws for a weight that is negative or no number. */
export function checkWeight(weight: number, row: number): void {
  if (Number.isFinite(weight) && weight >= 0) return
  throw new TrainingFault('row-shape', `A row's weight must be a number of at least 0, not ${weight}`, [row])
}

function checkRow(shape: NetworkShape, row: CompletionRow, index: number): void {
  const { prompt, completion, masks, temperature } = row
  if (prompt.length === 0) throw new TrainingFault('row-shape', 'A prompt needs at least one token', [index])
  if (completion.length === 0) throw new TrainingFault('row-shape', 'A completion needs at least one token', [index])
  if (!fits(shape, row)) {
    const sizes = `${prompt.length} + ${completion.length} tokens, the network reads ${shape.positions}`
    throw new TrainingFault('row-too-long', `A row is longer than the network's positions: ${sizes}`, [index])
  }
  checkTokens(shape, prompt, index)
  checkTokens(shape, completion, index)
  checkTemperature(temperature, index)
  if (temperature === 0) {
    const why = 'its copies are all the same, and there is no distribution to learn from'
    throw new TrainingFault('greedy-row', `A row was sampled at temperature 0: ${why}`, [index])
  }
  checkLength('masks', masks, completion, index)
  masks?.forEach((legal, position) => {
    checkLegal(shape, legal, index)
    const token = completion[position]
    if (legal === null || token === undefined || legal.includes(token)) return
    throw new TrainingFault('illegal-token', `Token ${token} is not legal under its own mask`, [index])
  })
}

function checkLength(
  name: string,
  values: readonly unknown[] | null | undefined,
  completion: readonly number[],
  row: number,
): void {
  if (values === null || values === undefined || values.length === completion.length) return
  const lengths = `${values.length} ${name} for ${completion.length} tokens`
  throw new TrainingFault('row-shape', `A row's record does not fit its completion: ${lengths}`, [row])
}

function checkFinite(name: string, values: readonly number[], row: number): void {
  const wrong = values.find((value) => !Number.isFinite(value))
  if (wrong === undefined) return
  throw new TrainingFault('row-shape', `${name} is ${wrong}`, [row])
}
