import type { RandomStream } from '../random/random-stream.ts'

/** One of these, each as likely as its probability says; they sum to 1. Throws a RangeError where there is none. */
export function drawByProbability<Item extends { readonly probability: number }>(items: readonly Item[], random: RandomStream): Item {
  let left = random.next()
  // Rounding may leave a hair more than all probabilities.
  const drawn = items.find(({ probability }) => (left -= probability) < 0) ?? items.at(-1)
  if (drawn === undefined) throw new RangeError('there is nothing to draw from')
  return drawn
}
