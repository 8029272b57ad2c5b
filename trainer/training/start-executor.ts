import type { PolicyNetwork } from '../engine/index.ts'
import type { ExecutorVocabulary } from '../policies/executor-vocabulary.ts'
import { decodeReply, encodePrompt, encodeReply } from '../policies/executor-vocabulary.ts'
import { randomStream } from '../random/random-stream.ts'
import type { RandomStream } from '../random/random-stream.ts'
import { drawExamples } from '../tasks/index.ts'
import type { SupervisedExample, TaskMix, TaskSplit } from '../tasks/index.ts'
import type { SupervisedProgress } from './supervised-progress.ts'

export interface ExecutorStartSettings {
  readonly seed: number
  readonly mix: TaskMix
  readonly split: TaskSplit
  /** Examples of one step. */
  readonly batch: number
  readonly learningRate: number
  readonly warmUpSteps: number
  /** Measured every so many steps. */
  readonly interval: number
  /** It ends when this share of sampled replies to fresh examples is right, */
  readonly accuracy: number
  /** or after this many steps. */
  readonly mostSteps: number
  /** Share of examples whose reply is a slip: a teacher that is careless leaves replies right more often than not, and uncertain. */
  readonly slips: number
  /** Which examples are of use; answers to long tasks teach a small network nothing. */
  readonly accepts: (example: SupervisedExample) => boolean
}

/** Of Adam's mean of squared gradients: a start is a few hundred steps long, and its gradients shrink fast. */
const squareDecay = 0.98

interface EncodedExample {
  readonly example: SupervisedExample
  readonly prompt: readonly number[]
  readonly completion: readonly number[]
}

/** Draws in a row that give no usable example before a start counts as having none. */
const mostIdleDraws = 100

/**
 * The executors' supervised start: right replies to training tasks, until the measured accuracy is reached. It goes on after
 * `last`, the last step taken before, if the network stands where that step left it. Throws a RangeError where no task gives an
 * example that the vocabulary can write.
 */
export function* startExecutor(
  network: PolicyNetwork,
  vocabulary: ExecutorVocabulary,
  settings: ExecutorStartSettings,
  last: SupervisedProgress | null = null,
): Generator<SupervisedProgress, void> {
  const draw = (count: number, examples: RandomStream, isUseful = settings.accepts): readonly EncodedExample[] => {
    const drawn: EncodedExample[] = []
    for (let idle = 0; drawn.length < count; idle += 1) {
      if (idle === mostIdleDraws) throw new RangeError('no training task gives an example that the executors can read and write')
      for (const example of drawExamples(settings.mix, settings.split, count, examples)) {
        const encoded = isUseful(example) ? encode(vocabulary, example) : null
        if (encoded === null || drawn.length >= count) continue
        drawn.push(encoded)
        idle = 0
      }
    }
    return drawn
  }
  const canBeRight = (example: SupervisedExample): boolean => example.isGuess !== true && settings.accepts(example)
  const families = new Map(settings.mix.map(({ family }) => [family.name, family]))
  const carelessly = (encoded: EncodedExample, random: RandomStream): EncodedExample => {
    if (random.next() >= settings.slips) return encoded
    const wrong = families.get(encoded.example.family)?.slip?.(encoded.example.output, random) ?? null
    return (wrong === null ? null : encode(vocabulary, { ...encoded.example, output: wrong })) ?? encoded
  }
  const isOver = ({ step, accuracy }: SupervisedProgress): boolean =>
    step >= settings.mostSteps || (accuracy !== null && accuracy >= settings.accuracy)
  let progress = last ?? { step: 0, loss: NaN, accuracy: null }
  while (!isOver(progress)) {
    const step = progress.step + 1
    const rate = settings.learningRate * Math.max(0.1, 1 - step / settings.mostSteps)
    // Every step draws from a stream of its own, so that a start can go on from any step.
    const random = randomStream(settings.seed, 'supervised examples', step)
    const examples = draw(settings.batch, random).map((example) => carelessly(example, random))
    const { loss } = network.trainSupervised(examples, { learningRate: rate, warmUpSteps: settings.warmUpSteps, beta2: squareDecay })
    const fresh = (): readonly EncodedExample[] => draw(measuredExamples, randomStream(settings.seed, 'fresh examples', step), canBeRight)
    const accuracy = step % settings.interval === 0 ? measure(network, vocabulary, fresh(), settings.seed + step) : null
    progress = { step, loss, accuracy }
    yield progress
  }
}

const measuredExamples = 900

function measure(network: PolicyNetwork, vocabulary: ExecutorVocabulary, examples: readonly EncodedExample[], seed: number): number {
  const samples = network.sample(
    examples.map(({ prompt, completion }, index) => ({
      prompt,
      maximumTokens: completion.length + 1,
      temperature: 1,
      stop: vocabulary.end,
      seed: seed * measuredExamples + index,
    })),
  )
  const right = examples.filter(({ example }, index) => decodeReply(vocabulary, samples[index]?.tokens ?? []) === outputText(example))
  return right.length / examples.length
}

function encode(vocabulary: ExecutorVocabulary, example: SupervisedExample): EncodedExample | null {
  const inputs = Object.entries(example.inputs).map(([name, value]) => ({ name, type: { kind: 'string' } as const, value }))
  const prompt = encodePrompt(vocabulary, { name: example.role, role: example.role, inputs })
  const completion = encodeReply(vocabulary, example.output)
  if (prompt.kind === 'unreadable' || completion === null) return null
  return { example, prompt: prompt.tokens, completion }
}

const outputText = ({ output }: SupervisedExample): string => (typeof output === 'string' ? output : JSON.stringify(output))
