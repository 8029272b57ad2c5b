import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { byteOf, endOfText, randomModel, textTokens, tokenOf } from './random-model.ts'

/** What is used of llama.cpp's binding, whose types stand in node-llama-cpp, `bindings/AddonTypes`. */
interface Binding {
  loadBackends(folder?: string): void
  init(): Promise<void>
  setLogger(log: (level: number, message: string) => void): void
  readonly AddonModel: new (path: string, options: object) => Model
  readonly AddonContext: new (model: Model, options: object) => Context
  readonly AddonGrammar: new (grammar: string, options: object) => CompatibleGrammar
  readonly AddonGrammarEvaluationState: new (model: Model, grammar: CompatibleGrammar) => object
  readonly AddonSampler: {
    new (model: Model): Sampler
    acceptGrammarEvaluationStateToken(state: object, token: number): void
  }
}
interface Model {
  init(): Promise<boolean>
}
interface Context {
  init(): Promise<boolean>
  initBatch(size: number): void
  addToBatch(sequence: number, position: number, tokens: Uint32Array, wanted: Uint32Array): Uint32Array
  decodeBatch(): Promise<void>
  sampleToken(place: number, sampler: Sampler): Promise<number>
  disposeSequence(sequence: number): void
}
interface Sampler {
  applyConfig(settings: object): void
}
interface CompatibleGrammar {
  isTextCompatible(text: string): boolean
}

const addon = join(import.meta.dirname, 'node_modules/@node-llama-cpp/linux-x64/bins/linux-x64/llama-addon.node')
export const isLlamaThere = existsSync(addon)

/** A grammar in llama.cpp. */
export const llamaGrammar = (grammar: string): CompatibleGrammar =>
  new (binding().AddonGrammar)(grammar, { addonExports: binding(), rootRuleName: 'root' })

const binding = (): Binding => createRequire(import.meta.url)(addon) as Binding

const contextSize = 1024
/** Bytes after which a text is brought to an end, and given up. */
const long = 80
const longest = 500

/** What a random model wrote; `null` where it came to no end, or where its bytes are no UTF-8. */
export type Write = (grammar: CompatibleGrammar, start: string, seed: number) => Promise<string | null>

/** A model with random weights that a grammar turns into a generator: each byte is sampled of those that the grammar allows. */
export async function randomWriter(random: () => number): Promise<Write> {
  const llama = binding()
  const { AddonModel, AddonContext, AddonGrammarEvaluationState, AddonSampler } = llama
  llama.setLogger(() => undefined)
  llama.loadBackends(dirname(addon))
  await llama.init()
  const model = await loaded(AddonModel, randomModel(random))
  const context = new AddonContext(model, { contextSize, batchSize: contextSize, sequences: 1, threads: 1 })
  if (!(await context.init())) throw new Error('llama.cpp has no memory for a context')

  return async (grammar, start, seed) => {
    const state = new AddonGrammarEvaluationState(model, grammar)
    const sampler = new AddonSampler(model)
    const bytes = [...Buffer.from(start)]
    for (const byte of bytes) AddonSampler.acceptGrammarEvaluationStateToken(state, tokenOf(byte))
    let [tokens, position] = [[textTokens.begin, ...bytes.map(tokenOf)], 0]
    context.disposeSequence(0)
    while (bytes.length < longest) {
      context.initBatch(tokens.length)
      const [place = 0] = context.addToBatch(0, position, Uint32Array.from(tokens), Uint32Array.of(tokens.length - 1))
      position += tokens.length
      await context.decodeBatch()
      const biases = bytes.length - start.length < long ? usualBiases : endingBiases
      sampler.applyConfig({
        temperature: 1,
        topK: 0,
        topP: 1,
        minP: 0,
        seed: seed + bytes.length,
        grammarEvaluationState: state,
        tokenBiasKeys: Uint32Array.from(biases.keys()),
        tokenBiasValues: Float32Array.from(biases.values()),
      })
      const token = await context.sampleToken(place, sampler)
      if (token === endOfText) return decoded(bytes)
      bytes.push(byteOf(token))
      tokens = [token]
    }
    return null
  }
}

async function loaded(AddonModel: Binding['AddonModel'], bytes: Buffer): Promise<Model> {
  const folder = mkdtempSync(join(tmpdir(), 'random-model-'))
  try {
    const path = join(folder, 'random.gguf')
    writeFileSync(path, bytes)
    const model = new AddonModel(path, { addonExports: binding(), gpuLayers: 0, useMmap: false })
    if (!(await model.init())) throw new Error('llama.cpp does not load the random model')
    return model
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const biasOf = (characters: string, bias: number): readonly (readonly [token: number, bias: number])[] =>
  [...Buffer.from(characters)].map((byte) => [tokenOf(byte), bias])

/** What the byte of a character beyond ASCII may be: chance would write little else in texts. */
const beyondAscii = Array.from({ length: 128 }, (_, at) => [tokenOf(128 + at), -4] as const)
const never = -1_000

const usualBiases: ReadonlyMap<number, number> = new Map([
  [textTokens.unknown, never],
  [textTokens.begin, never],
  ...beyondAscii,
  ...biasOf(' \t\r\n/', -3),
  ...biasOf('"({[', 2),
])
/** Towards the end of what is open, and of the text. */
const endingBiases: ReadonlyMap<number, number> = new Map([...usualBiases, ...biasOf('"({[', -6), ...biasOf('"}])', 8), [endOfText, 12]])

function decoded(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}
