import { writeGguf } from './write-gguf.ts'
import type { MetadataValue, Tensor } from './write-gguf.ts'

const width = 32
const hidden = 32
const contextSize = 1024

/** Kinds of token in llama.cpp's vocabularies. */
const kinds = { unknown: 2, control: 3, byte: 6 }
const controlTokens = ['<unk>', '<s>', '</s>']
export const textTokens = { unknown: 0, begin: 1 }
export const endOfText = 2

/** The token of a byte. */
export const tokenOf = (byte: number): number => controlTokens.length + byte
export const byteOf = (token: number): number => token - controlTokens.length

const vocabulary = [
  ...controlTokens,
  ...Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`),
]

function kindOf(token: number): number {
  if (token === textTokens.unknown) return kinds.unknown
  return token < controlTokens.length ? kinds.control : kinds.byte
}

/**
 * A language model of one layer as a GGUF file of about 100 kB, with random weights and a token for each byte: what it writes without
 * a grammar is noise.
 */
export function randomModel(random: () => number): Buffer {
  const metadata = new Map<string, MetadataValue>([
    ['general.architecture', { kind: 'string', value: 'llama' }],
    ['general.name', { kind: 'string', value: 'random' }],
    ['llama.context_length', { kind: 'unsigned', value: contextSize }],
    ['llama.embedding_length', { kind: 'unsigned', value: width }],
    ['llama.block_count', { kind: 'unsigned', value: 1 }],
    ['llama.feed_forward_length', { kind: 'unsigned', value: hidden }],
    ['llama.attention.head_count', { kind: 'unsigned', value: 2 }],
    ['llama.rope.dimension_count', { kind: 'unsigned', value: width / 2 }],
    ['llama.attention.layer_norm_rms_epsilon', { kind: 'float', value: 1e-5 }],
    ['tokenizer.ggml.model', { kind: 'string', value: 'llama' }],
    ['tokenizer.ggml.tokens', { kind: 'strings', values: vocabulary }],
    ['tokenizer.ggml.scores', { kind: 'floats', values: vocabulary.map(() => 0) }],
    ['tokenizer.ggml.token_type', { kind: 'integers', values: vocabulary.map((_, token) => kindOf(token)) }],
    ['tokenizer.ggml.bos_token_id', { kind: 'unsigned', value: textTokens.begin }],
    ['tokenizer.ggml.eos_token_id', { kind: 'unsigned', value: endOfText }],
  ])
  const tensor = (name: string, rows: number, length = width): Tensor => ({
    name,
    shape: [length, rows],
    values: Float32Array.from({ length: length * rows }, () => (random() - 0.5) / 2),
  })
  const ones = (name: string): Tensor => ({ name, shape: [width], values: new Float32Array(width).fill(1) })
  return writeGguf(metadata, [
    tensor('token_embd.weight', vocabulary.length),
    ones('output_norm.weight'),
    tensor('output.weight', vocabulary.length),
    ones('blk.0.attn_norm.weight'),
    ...['q', 'k', 'v', 'output'].map((part) => tensor(`blk.0.attn_${part}.weight`, width)),
    ones('blk.0.ffn_norm.weight'),
    tensor('blk.0.ffn_gate.weight', hidden),
    tensor('blk.0.ffn_up.weight', hidden),
    tensor('blk.0.ffn_down.weight', width, hidden),
  ])
}
