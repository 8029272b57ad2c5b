import { randomStream } from '../../random/random-stream.ts'
import type { NetworkShape } from '../network-shape.ts'
import { TrainingFault } from '../training-fault.ts'
import type { ChosenToken, LegalTokens } from './choose-token.ts'
import { chooseToken } from './choose-token.ts'
import type { Decoder } from './decoder.ts'
import { readPrompts } from './read-prompts.ts'
import type { Sample } from './sample-request.ts'
import { checkLegal, checkPrompt, checkTemperature, completionRoom } from './sampling-checks.ts'

/** What a session needs to know from the start; see `SampleRequest`. */
export interface SessionRequest {
  readonly prompt: readonly number[]
  readonly temperature: number
  readonly seed: number
}

/** A sequence sampled one choice at a time, where the caller finds the legal tokens as it goes. */
export interface SamplingSession {
  /**
   * Draws the next token among the legal ones. Equal to what `sample` draws for the same prompt, seed, temperature and
   * masks. Throws where there is no position left; see `room`.
   */
  step(legal: LegalTokens): ChosenToken
  /** How many more tokens there are positions for. */
  room(): number
  /** Everything drawn so far. The caller says whether the sequence was cut short. */
  sample(truncated: boolean): Sample
}

/** Opens a session and reads its prompt. */
export function openSession(shape: NetworkShape, decoder: Decoder, request: SessionRequest): SamplingSession {
  checkPrompt(shape, request.prompt, 0)
  checkTemperature(request.temperature, 0)
  const [lane = decoder.open()] = readPrompts(decoder, [request.prompt])
  const stream = randomStream(request.seed, 'sample')
  const tokens: number[] = []
  const logProbabilities: number[] = []
  const masks: LegalTokens[] = []
  let unread = [request.prompt.at(-1) as number]

  const room = (): number => completionRoom(shape, request.prompt.length) - tokens.length

  const choose = (legal: LegalTokens): ChosenToken => {
    const only = legal?.length === 1 ? legal[0] : undefined
    if (only !== undefined) return { token: only, logProbability: 0 }
    // Forced tokens are read only now that their logits are needed.
    for (const token of unread.slice(0, -1)) decoder.advance([lane], [token], 0)
    const logits = decoder.advance([lane], unread.slice(-1), 1).subarray(0, shape.vocabulary)
    unread = []
    return chooseToken(logits, legal, request.temperature, stream)
  }

  return {
    room,
    step: (legal) => {
      if (room() <= 0) throw new TrainingFault('row-too-long', 'The sequence fills all positions of the network')
      checkLegal(shape, legal, 0)
      const chosen = choose(legal)
      unread.push(chosen.token)
      tokens.push(chosen.token)
      logProbabilities.push(chosen.logProbability)
      masks.push(legal)
      return chosen
    },
    sample: (truncated) => ({
      tokens: [...tokens],
      logProbabilities: [...logProbabilities],
      masks: [...masks],
      truncated,
    }),
  }
}
