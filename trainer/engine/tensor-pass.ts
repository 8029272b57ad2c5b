import type { TokenBlock } from './token-block.ts'

/**
 * What a batch of logits costs: the loss and its slope with respect to every logit, in the layout of the logits,
 * `[batch × predictions, vocabulary]`.
 */
export interface LogitsLoss {
  readonly loss: number
  readonly slope: Float32Array
}

/** The transformer over fixed weights on a tensor backend. Close it to release the weights. */
export interface TensorPass {
  /** Logits of a block, `[batch × predictions, vocabulary]`. */
  logits(block: TokenBlock): Float32Array
  /** Adds the gradient of a loss with respect to all weights to `total`. */
  addGradient(block: TokenBlock, loss: (logits: Float32Array) => LogitsLoss, total: Float64Array): void
  close(): void
}
