import { performance } from 'node:perf_hooks'

export interface Contestant {
  readonly name: string
  /** What comes before each of its runs, and is not measured. */
  readonly before?: () => void
  readonly run: () => unknown
}

export interface Rounds {
  /** Run first and left out: compilers get going, caches fill. */
  readonly warmUp: number
  readonly measured: number
}

/** Milliseconds of each measured round, by contestant. */
export type Times = ReadonlyMap<string, readonly number[]>

/**
 * Runs every contestant once a round, each round starting with another one, so that whatever slows the machine down slows all
 * of them down, and none always follows the same one. `now` gives milliseconds.
 */
export async function interleave(
  contestants: readonly Contestant[],
  { warmUp, measured }: Rounds,
  now: () => number = () => performance.now(),
): Promise<Times> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < warmUp + measured; round += 1) {
    const first = round % contestants.length
    for (const { name, before, run } of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      before?.()
      const began = now()
      const result = run()
      if (result instanceof Promise) await result
      if (round >= warmUp) times.get(name)?.push(now() - began)
    }
  }
  return times
}
