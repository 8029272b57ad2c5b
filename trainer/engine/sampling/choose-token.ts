import type { RandomStream } from '../../random/random-stream.ts'
import { TrainingFault } from '../training-fault.ts'

/** The token ids that may follow, each once; `null` where all may. */
export type LegalTokens = readonly number[] | null

/** A token and the logarithm of its probability (natural) in the distribution it was drawn from. */
export interface ChosenToken {
  readonly token: number
  readonly logProbability: number
}

/** Scratch: holds nothing from one call to the next. */
let weights = new Float64Array(64)

/**
 * Draws a token from `softmax(logits / temperature)` over the legal tokens. At temperature 0 it takes the legal token of
 * highest logit, the lowest id among equals, with certainty: its log-probability is 0.
 */
export function chooseToken(
  logits: Float32Array,
  legal: LegalTokens,
  temperature: number,
  stream: RandomStream,
): ChosenToken {
  const count = legal === null ? logits.length : legal.length
  const only = legal?.[0]
  // A forced choice draws nothing, so that it leaves the stream as it is.
  if (count === 1 && only !== undefined) return { token: only, logProbability: 0 }
  for (const logit of logits) if (!Number.isFinite(logit)) throw notFinite()
  if (temperature === 0) return { token: highestToken(logits, legal), logProbability: 0 }

  const highest = highestScaledLogit(logits, legal, temperature)
  if (weights.length < count) weights = new Float64Array(count)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    const weight = Math.exp((logits[tokenAt(legal, index)] as number) / temperature - highest)
    weights[index] = weight
    total += weight
  }
  let left = stream.next() * total
  let chosen = -1
  for (let index = 0; index < count; index += 1) {
    const weight = weights[index] as number
    // Rounding may leave a sliver at the end: the last token with any weight takes it.
    if (weight > 0) chosen = index
    left -= weight
    if (left < 0) break
  }
  const token = tokenAt(legal, chosen)
  return { token, logProbability: (logits[token] as number) / temperature - highest - Math.log(total) }
}

function notFinite(): TrainingFault {
  return new TrainingFault('not-finite-logits', 'The network computes logits that are no numbers')
}

/** Highest `logit / temperature` over the legal tokens. */
function highestScaledLogit(logits: Float32Array, legal: LegalTokens, temperature: number): number {
  const count = legal === null ? logits.length : legal.length
  let highest = -Infinity
  for (let index = 0; index < count; index += 1) {
    const logit = logits[tokenAt(legal, index)] as number
    if (logit > highest) highest = logit
  }
  return highest / temperature
}

function highestToken(logits: Float32Array, legal: LegalTokens): number {
  const count = legal === null ? logits.length : legal.length
  let best = -1
  let highest = -Infinity
  for (let index = 0; index < count; index += 1) {
    const token = tokenAt(legal, index)
    const logit = logits[token] as number
    if (best === -1 || logit > highest || (logit === highest && token < best)) {
      best = token
      highest = logit
    }
  }
  return best
}

function tokenAt(legal: LegalTokens, index: number): number {
  return legal === null ? index : (legal[index] as number)
}
