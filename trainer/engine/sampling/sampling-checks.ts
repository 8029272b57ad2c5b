import type { NetworkShape } from '../network-shape.ts'
import { TrainingFault } from '../training-fault.ts'
import type { LegalTokens } from './choose-token.ts'

/** Throws for a prompt that a network of this shape cannot continue by at least one token. */
export function checkPrompt(shape: NetworkShape, prompt: readonly number[], row: number): void {
  if (prompt.length === 0) throw new TrainingFault('row-shape', 'A prompt needs at least one token', [row])
  if (prompt.length > shape.positions) {
    const sizes = `${prompt.length} tokens, the network reads ${shape.positions}`
    throw new TrainingFault('row-too-long', `A prompt is longer than the network's positions: ${sizes}`, [row])
  }
  checkTokens(shape, prompt, row)
}

/** Throws for a temperature below 0 or that is no number. */
export function checkTemperature(temperature: number, row: number): void {
  if (temperature >= 0 && Number.isFinite(temperature)) return
  throw new TrainingFault('row-shape', `${temperature} is not a temperature`, [row])
}

/** Throws for an id outside the vocabulary. */
export function checkTokens(shape: NetworkShape, tokens: readonly number[], row: number): void {
  for (const token of tokens) {
    if (Number.isInteger(token) && token >= 0 && token < shape.vocabulary) continue
    const range = `0 to ${shape.vocabulary - 1}`
    throw new TrainingFault('token-out-of-range', `${token} is not a token id of this network (${range})`, [row])
  }
}

/** Masks that were found sound, with the vocabulary they are sound for: the same list often comes again and again. */
const soundMasks = new WeakMap<readonly number[], number>()

/** Throws for a mask that allows nothing, something twice, or something outside the vocabulary. */
export function checkLegal(shape: NetworkShape, legal: LegalTokens, row: number): void {
  if (legal === null || soundMasks.get(legal) === shape.vocabulary) return
  if (legal.length === 0) throw new TrainingFault('no-legal-token', 'A mask allows no token at all', [row])
  checkTokens(shape, legal, row)
  if (new Set(legal).size !== legal.length) {
    throw new TrainingFault('row-shape', 'A mask names a token twice, which would double its probability', [row])
  }
  soundMasks.set(legal, shape.vocabulary)
}

/** The longest completion for which there are positions: the last token of a sequence is never read, so it needs none. */
export function completionRoom(shape: NetworkShape, promptLength: number): number {
  return shape.positions - promptLength + 1
}
