import type { OptimisationConfiguration, PolicyConfiguration, StartConfiguration } from './training-configuration.ts'
import { positive, section, size, whole } from './property-schemas.ts'

/** The policies as they are trained where a configuration says nothing else. */
const defaults: { readonly designer: PolicyConfiguration; readonly executor: PolicyConfiguration } = {
  designer: {
    network: { width: 32, layers: 1, heads: 2, positions: 56, feedForwardMultiple: 4, lookback: 2 },
    start: { batch: 64, learningRate: 0.01, warmUpSteps: 20, target: 0.45, mostSteps: 120 },
    training: {
      learningRate: 0.004,
      warmUpSteps: 10,
      clipRange: 0.2,
      entropyCoefficient: 0.01,
      maximumGradientNorm: 1,
      minibatches: 2,
      epochs: 1,
    },
  },
  executor: {
    network: { width: 32, layers: 1, heads: 2, positions: 44, feedForwardMultiple: 8, lookback: 4 },
    start: { batch: 128, learningRate: 0.01, warmUpSteps: 20, target: 0.75, mostSteps: 700 },
    training: {
      learningRate: 0.002,
      warmUpSteps: 10,
      clipRange: 0.2,
      entropyCoefficient: 0,
      maximumGradientNorm: 1,
      minibatches: 4,
      epochs: 1,
    },
  },
}

const network = (value: PolicyConfiguration['network']) =>
  section('A decoder-only transformer.', {
    width: whole('Width of the residual stream, a multiple of heads.', value.width, 1, 4096),
    layers: whole('Layers.', value.layers, 1, 64),
    heads: whole('Attention heads.', value.heads, 1, 64),
    positions: whole('Longest sequence, prompt and completion together.', value.positions, 2, 65_536),
    feedForwardMultiple: whole(
      'Hidden width of the feed-forward block, in multiples of the width.',
      value.feedForwardMultiple,
      1,
      64,
    ),
    lookback: whole('Preceding tokens whose embeddings each position sees beside its own.', value.lookback ?? 0, 0, 64),
  })

const start = (value: StartConfiguration, target: string) =>
  section('The supervised start. It ends at its target or after its most steps; 0 steps leave it out.', {
    batch: whole('Examples of one step.', value.batch, 1, 100_000),
    learningRate: positive('Of Adam.', value.learningRate, 1),
    warmUpSteps: whole('Steps over which the rate grows to its value.', value.warmUpSteps, 0),
    target: size(target, value.target),
    mostSteps: whole('Steps after which it ends at the latest.', value.mostSteps, 0),
  })

const training = (value: OptimisationConfiguration) =>
  section('The steps on the rows of a rollout: the clipped surrogate of PPO.', {
    learningRate: positive('Of Adam. Above 0.002, training both roles at once is known to collapse.', value.learningRate, 1),
    warmUpSteps: whole('Steps over which the rate grows to its value.', value.warmUpSteps, 0),
    clipRange: positive('Ratios of current to recorded probability count between 1 − range and 1 + range.', value.clipRange, 1),
    entropyCoefficient: size('Factor of the entropy bonus.', value.entropyCoefficient, 1),
    maximumGradientNorm: positive('A longer gradient is scaled down to this norm.', value.maximumGradientNorm),
    minibatches: whole('Parts that the rows of a rollout are cut into, one optimizer step each.', value.minibatches, 1, 1000),
    epochs: whole('Times that the rows of a rollout are gone through.', value.epochs, 1, 100),
  })

const policy = (description: string, value: PolicyConfiguration, target: string) =>
  section(description, { network: network(value.network), start: start(value.start, target), training: training(value.training) })

export const designerSchema = policy(
  'The policy that writes scripts.',
  defaults.designer,
  'It ends when the loss of a step is this low, in nats per free choice.',
)

export const executorSchema = policy(
  'The policy that answers for the agents.',
  defaults.executor,
  'It ends when this share of sampled replies to fresh examples of training tasks is right.',
)
