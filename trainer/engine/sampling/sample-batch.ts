import type { RandomStream } from '../../random/random-stream.ts'
import { randomStream } from '../../random/random-stream.ts'
import type { NetworkShape } from '../network-shape.ts'
import type { ChosenToken, LegalTokens } from './choose-token.ts'
import { chooseToken } from './choose-token.ts'
import type { Decoder, Lane } from './decoder.ts'
import { readPrompts } from './read-prompts.ts'
import type { Sample, SampleRequest } from './sample-request.ts'
import { checkLegal, checkPrompt, checkTemperature, completionRoom } from './sampling-checks.ts'

/** Sequences decoded side by side: enough for full speed, few enough for their keys and values to stay in the cache. */
const lanesAtOnce = 128

/**
 * Samples every request. Each sequence draws from its own stream and its numbers do not depend on its neighbours, so the
 * samples are the same however requests are put together.
 */
export function sampleBatch(shape: NetworkShape, decoder: Decoder, requests: readonly SampleRequest[]): Sample[] {
  requests.forEach((request, row) => {
    checkPrompt(shape, request.prompt, row)
    checkTemperature(request.temperature, row)
  })
  const samples = new Map<number, Sample>()
  const order = besideEqualPrompts(requests)
  for (let start = 0; start < order.length; start += lanesAtOnce) {
    const rows = order.slice(start, start + lanesAtOnce)
    sampleTogether(shape, decoder, requests, rows).forEach((sample, index) => samples.set(rows[index] as number, sample))
  }
  return requests.map((_, row) => samples.get(row) as Sample)
}

/** The rows, those of equal prompts beside each other, so that their prompt is read once. */
function besideEqualPrompts(requests: readonly SampleRequest[]): number[] {
  const byPrompt = Map.groupBy(requests.keys(), (row) => requests[row]?.prompt.join(' '))
  return [...byPrompt.values()].flat()
}

/** One sequence on its way. */
interface Growing {
  readonly row: number
  readonly request: SampleRequest
  readonly lane: Lane
  readonly stream: RandomStream
  readonly limit: number
  readonly tokens: number[]
  readonly logProbabilities: number[]
  readonly masks: LegalTokens[]
  /** The token to read next. */
  pending: number
  /** What may follow it. */
  legal: LegalTokens
  truncated: boolean
}

function sampleTogether(
  shape: NetworkShape,
  decoder: Decoder,
  allRequests: readonly SampleRequest[],
  rows: readonly number[],
): Sample[] {
  const requests = rows.map((row) => allRequests[row] as SampleRequest)
  const lanes = readPrompts(decoder, requests.map((request) => request.prompt))
  const all = requests.map((request, index): Growing => ({
    row: rows[index] as number,
    request,
    lane: lanes[index] as Lane,
    stream: randomStream(request.seed, 'sample'),
    limit: Math.min(request.maximumTokens, completionRoom(shape, request.prompt.length)),
    tokens: [],
    logProbabilities: [],
    masks: [],
    pending: request.prompt.at(-1) as number,
    legal: null,
    truncated: false,
  }))

  let active = all.filter((growing) => prepare(shape, growing))
  while (active.length > 0) {
    const open = active.filter((growing) => growing.legal?.length !== 1)
    const forced = active.filter((growing) => growing.legal?.length === 1)
    const ordered = [...open, ...forced]
    const logits = decoder.advance(
      ordered.map((growing) => growing.lane),
      ordered.map((growing) => growing.pending),
      open.length,
    )
    open.forEach((growing, index) => {
      const own = logits.subarray(index * shape.vocabulary, (index + 1) * shape.vocabulary)
      append(growing, chooseToken(own, growing.legal, growing.request.temperature, growing.stream))
    })
    forced.forEach((growing) => append(growing, { token: growing.legal?.[0] as number, logProbability: 0 }))
    active = active.filter((growing) => growing.pending !== growing.request.stop && prepare(shape, growing))
  }
  return all.map(({ request, tokens, logProbabilities, masks, truncated }) => ({
    tokens,
    logProbabilities,
    masks: request.mask === undefined ? null : masks,
    truncated,
  }))
}

/** Asks for the next position's mask. False where the sequence is complete, or has no room to go on. */
function prepare(shape: NetworkShape, growing: Growing): boolean {
  const { request, tokens, limit } = growing
  const legal = request.mask === undefined ? null : request.mask(tokens)
  if (legal === 'end') return false
  if (tokens.length >= limit) {
    // Without a stop token or a mask, the length asked for is the natural end.
    const askedFor = request.stop === null && request.mask === undefined && limit === request.maximumTokens
    growing.truncated = !askedFor
    return false
  }
  checkLegal(shape, legal, growing.row)
  growing.legal = legal
  return true
}

function append(growing: Growing, { token, logProbability }: ChosenToken): void {
  growing.tokens.push(token)
  growing.logProbabilities.push(logProbability)
  growing.masks.push(growing.legal)
  growing.pending = token
}
