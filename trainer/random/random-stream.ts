/** The complete state of a stream: four unsigned 32-bit words, not all zero. */
export type RandomState = readonly [number, number, number, number]

/** A part of a stream's name. Numbers and strings are told apart: `1` and `'1'` name different streams. */
export type StreamLabel = string | number

/** A seeded source of pseudo-random numbers (xoshiro128**, Blackman and Vigna 2018). Not for secrets. */
export interface RandomStream {
  /** A number in [0, 1) with 53 random bits. */
  next(): number
  /** An integer in [0, below); `below` is a positive integer up to 2^53. */
  integer(below: number): number
  /** A draw from the normal distribution of mean 0 and standard deviation 1 (Box and Muller). */
  normal(): number
  /** A copy of `items` in random order (Fisher and Yates). */
  shuffle<Item>(items: readonly Item[]): Item[]
  /** The state, to continue later with `resumeStream` exactly where this stream stands. */
  state(): RandomState
}

/**
 * The stream named by a seed and labels. Equal names give equal streams; any difference in the seed, a label or the
 * number of labels gives an unrelated one. So each consumer names its own stream, and results do not depend on the order
 * in which consumers draw.
 */
export function randomStream(seed: number, ...labels: readonly StreamLabel[]): RandomStream {
  return resumeStream(hashLabels([seed, ...labels]))
}

/** A seed (an integer in [0, 2^53)) named by another seed and labels, for interfaces that take a seed as a number. */
export function deriveSeed(seed: number, ...labels: readonly StreamLabel[]): number {
  const [high, low] = hashLabels(['seed', seed, ...labels])
  return (high >>> 5) * 0x4000000 + (low >>> 6)
}

/** The stream that continues from a state taken with `state()`. */
export function resumeStream(state: RandomState): RandomStream {
  let [a, b, c, d] = state

  const word = (): number => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }

  const next = (): number => ((word() >>> 5) * 0x4000000 + (word() >>> 6)) / 0x20000000000000

  const integer = (below: number): number => Math.floor(next() * below)

  return {
    next,
    integer,
    // 1 - next() lies in (0, 1], where the logarithm is finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (items) => {
      const order = [...items]
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = integer(last + 1)
        const [lastItem, otherItem] = [order[last], order[other]]
        if (lastItem === undefined || otherItem === undefined) continue
        order[last] = otherItem
        order[other] = lastItem
      }
      return order
    },
    state: () => [a >>> 0, b >>> 0, c >>> 0, d >>> 0],
  }
}

const laneStarts: RandomState = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]
const laneSteps: RandomState = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]

/** Mixes labels into a state: four lanes absorb each word through the finaliser of MurmurHash3. */
function hashLabels(labels: readonly StreamLabel[]): RandomState {
  let lanes = laneStarts
  const absorb = (value: number): void => {
    const [a, b, c, d] = lanes
    lanes = [
      mix(a ^ d ^ value, laneSteps[0]),
      mix(b ^ a ^ value, laneSteps[1]),
      mix(c ^ b ^ value, laneSteps[2]),
      mix(d ^ c ^ value, laneSteps[3]),
    ]
  }
  for (const label of labels) {
    if (typeof label === 'number') {
      const words = new Uint32Array(new Float64Array([label]).buffer)
      absorb(1)
      words.forEach((word) => absorb(word))
    } else {
      absorb(2)
      absorb(label.length)
      for (let index = 0; index < label.length; index += 1) absorb(label.charCodeAt(index))
    }
  }
  absorb(labels.length)
  absorb(3)
  const [a, b, c, d] = lanes
  return (a | b | c | d) === 0 ? laneStarts : lanes
}

function mix(value: number, step: number): number {
  let word = (value + step) >>> 0
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return (word ^ (word >>> 16)) >>> 0
}
