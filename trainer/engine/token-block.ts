import type { NetworkShape } from './network-shape.ts'

/** A prompt, which is only read, and a completion, which is learned from. */
export interface TokenRow {
  readonly prompt: readonly number[]
  readonly completion: readonly number[]
}

/** Sequences of tokens side by side, padded on the right to one length. */
export interface TokenBlock {
  /** Token ids, `[batch, time]`. */
  readonly tokens: Int32Array
  readonly batch: number
  readonly time: number
  /** The position in each sequence that predicts the first token of its completion. */
  readonly starts: Int32Array
  /** How many positions from there on are predictions, at most; shorter completions are padded. */
  readonly predictions: number
  /** The rows in it, by their position in the batch they came from; a block may end with sequences of padding alone. */
  readonly rows: readonly number[]
}

/** About how many tokens a block holds: few enough for a layer's matrices to stay in the processor's cache. */
const tokensInBlock = 4096

/**
 * Cuts a batch into blocks of sequences of similar length, so that little is computed for padding. A sequence is its prompt
 * and its completion but for the last token, which nothing follows.
 */
export function tokenBlocks(rows: readonly TokenRow[], limit: number = tokensInBlock): TokenBlock[] {
  const lengths = rows.map(({ prompt, completion }) => prompt.length + completion.length - 1)
  const completionLength = (row: number): number => rows[row]?.completion.length ?? 0
  const byLength = rows
    .map((_, row) => row)
    .sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || completionLength(a) - completionLength(b) || a - b)
  const blocks: TokenBlock[] = []
  // From the longest down: the first row of a block says how long its sequences are.
  let end = byLength.length
  while (end > 0) {
    const time = unevenLength(lengths[byLength[end - 1] ?? 0] ?? 1)
    const start = Math.max(0, end - Math.max(1, Math.floor(limit / time)))
    blocks.push(tokenBlock(rows, byLength.slice(start, end), time))
    end = start
  }
  return blocks
}

function tokenBlock(all: readonly TokenRow[], rows: readonly number[], time: number): TokenBlock {
  // An odd length times a number of sequences that 32 does not divide: matrices whose number of rows is a multiple of 32
  // are transposed twenty times more slowly by the WASM backend.
  const batch = rows.length % 32 === 0 ? rows.length + 1 : rows.length
  const tokens = new Int32Array(batch * time)
  const starts = new Int32Array(batch)
  let longest = 1
  rows.forEach((row, index) => {
    const { prompt = [], completion = [] } = all[row] ?? {}
    tokens.set(prompt, index * time)
    tokens.set(completion.slice(0, -1), index * time + prompt.length)
    starts[index] = prompt.length - 1
    longest = Math.max(longest, completion.length)
  })
  return { tokens, batch, time, starts, predictions: unevenLength(longest), rows }
}

function unevenLength(length: number): number {
  return length % 2 === 0 ? length + 1 : length
}

/** The position in its sequence that a prediction is made at; padding repeats the last position. */
export function predictionPosition({ starts, time }: TokenBlock, index: number, prediction: number): number {
  return Math.min((starts[index] ?? 0) + prediction, time - 1)
}

/** True where a network of this shape has positions for the row. */
export function fits(shape: NetworkShape, { prompt, completion }: TokenRow): boolean {
  return prompt.length + completion.length - 1 <= shape.positions
}
