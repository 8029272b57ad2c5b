import { parse } from '../../../grammar/index.ts'
import type { Times } from '../measure/interleave.ts'
import { interleave } from '../measure/interleave.ts'
import type { Rounds } from '../measure/interleave.ts'
import { allPeers, mustRead } from '../peers/all-peers.ts'
import type { Goal, Skipped } from '../result.ts'
import { compileScript } from '../scripts/front-end.ts'
import { medianFor, ratioOf } from '../measure/rows-of.ts'
import { shortNumber } from '../report/short-number.ts'

export const wholeFrontEnd = 'mas: parse, check, lower, bound'

export interface Comparison {
  readonly times: Times
  readonly skipped: readonly Skipped[]
}

/** The front end and its parser alone, beside the parsers of the peers, on one script. */
export async function besidePeers(source: string, rounds: Rounds): Promise<Comparison> {
  const { peers, skipped } = await allPeers()
  const times = await interleave(
    [
      { name: wholeFrontEnd, run: () => { compileScript(source) } },
      { name: 'mas: parse', run: () => parse(source) },
      ...peers.map((peer) => ({ name: `${peer.name}: parse`, run: mustRead(peer, source) })),
    ],
    rounds,
  )
  return { times, skipped }
}

/** The whole front end against Langium's parser, where that took part. */
export function levelWithLangium(times: Times): readonly Goal[] {
  const [ours, theirs] = [times.get(wholeFrontEnd), times.get('Langium: parse')]
  if (ours === undefined || theirs === undefined) return []
  const ratio = ratioOf(ours, theirs)
  const goal = "the whole front end at most as long as Langium's parser alone"
  return [{ goal, found: `${shortNumber(ratio)} of its time`, reached: ratio <= 1 }]
}

export function within(times: Times, name: string, goal: string, milliseconds: number): Goal {
  const median = medianFor(times, name)
  return { goal: `${goal} under ${milliseconds} ms`, found: `${shortNumber(median)} ms`, reached: median < milliseconds }
}
