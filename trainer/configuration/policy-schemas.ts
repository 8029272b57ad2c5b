import { demonstrationSettings as demonstration, startWarmUpSteps } from '../demonstration/settings.ts'
import type { ExecutorConfiguration, OptimisationConfiguration, PolicyConfiguration, StartConfiguration } from './training-configuration.ts'
import { modelDefaults } from './model-defaults.ts'
import { positive, section, size, whole } from './property-schemas.ts'

/** The policies as the demonstration trains them. */
const defaults: { readonly designer: PolicyConfiguration; readonly executor: ExecutorConfiguration } = {
  designer: {
    network: demonstration.designerShape,
    start: {
      batch: demonstration.start.designer.batch,
      learningRate: demonstration.start.designer.learningRate,
      warmUpSteps: startWarmUpSteps,
      target: demonstration.start.designer.loss,
      mostSteps: demonstration.start.designer.mostSteps,
    },
    training: demonstration.designer,
  },
  executor: {
    models: null,
    network: demonstration.executorShape,
    start: {
      batch: demonstration.start.executor.batch,
      learningRate: demonstration.start.executor.learningRate,
      warmUpSteps: startWarmUpSteps,
      target: demonstration.start.executor.accuracy,
      mostSteps: demonstration.start.executor.mostSteps,
      slips: demonstration.start.executor.slips,
    },
    training: demonstration.executor,
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
    lookback: whole('Preceding tokens whose embeddings each position sees beside its own.', value.lookback ?? 0, 0, 16),
  })

const startSettings = (value: StartConfiguration, rate: string, target: string) => ({
  batch: whole('Examples of one step.', value.batch, 1, 100_000),
  learningRate: positive(rate, value.learningRate, 1),
  warmUpSteps: whole('Steps over which the rate grows to its value.', value.warmUpSteps, 0),
  target: size(target, value.target),
  mostSteps: whole('Steps after which it ends at the latest.', value.mostSteps, 0),
})

const start = (settings: object) =>
  section('The supervised start. It ends at its target or after its most steps; 0 steps leave it out.', settings)

const training = (value: OptimisationConfiguration) =>
  section('The steps on the rows of a rollout: the clipped surrogate of PPO.', {
    learningRate: positive('Of Adam. Above 0.002, training both roles at once is known to collapse.', value.learningRate, 1),
    warmUpSteps: whole('Steps over which the rate grows to its value.', value.warmUpSteps, 0),
    clipRange: positive('Ratios of current to recorded probability count between 1 − range and 1 + range.', value.clipRange, 1),
    entropyCoefficient: size('Factor of the entropy bonus.', value.entropyCoefficient, 1),
    referenceCoefficient: size('Factor of the divergence from the reference policy; 0 for none.', value.referenceCoefficient, 10),
    referenceSteps: {
      type: ['integer', 'null'],
      minimum: 1,
      default: value.referenceSteps,
      description: 'The reference is taken anew after so many steps of this policy; null: it stays the policy as it was when training began.',
    },
    referenceShare: {
      type: ['number', 'null'],
      exclusiveMinimum: 0,
      maximum: 1,
      default: value.referenceShare,
      description: 'Share of the requests over which the factor falls to 0 in a straight line; null: it stays.',
    },
    maximumGradientNorm: positive('A longer gradient is scaled down to this norm.', value.maximumGradientNorm),
    minibatches: whole('Parts that the rows of a rollout are cut into, one optimizer step each.', value.minibatches, 1, 1000),
    epochs: whole('Times that the rows of a rollout are gone through.', value.epochs, 1, 100),
  })

const policy = (description: string, value: PolicyConfiguration, start: object, more: object = {}) =>
  section(description, {
    ...more,
    network: network(value.network),
    start,
    training: training(value.training),
  })

const modelDefaultsText = Object.entries(modelDefaults).flatMap(([name, value]) => settingTexts(name, value)).join(', ')

function settingTexts(path: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${String(value)}`]
  return Object.entries(value).flatMap(([name, part]) => settingTexts(`${path}.${name}`, part))
}

export const designerSchema = policy(
  'The policy that writes scripts.',
  defaults.designer,
  start(startSettings(defaults.designer.start, 'Of Adam.', 'It ends when the loss of a step is this low, in nats per choice among several.')),
)

export const executorSchema = policy(
  'The policy that answers for the agents.',
  defaults.executor,
  start({
    ...startSettings(
      defaults.executor.start,
      'Of Adam; it falls in a straight line to a tenth of itself at the most steps.',
      'It ends when this share of sampled replies to fresh examples of training tasks is right; measured every 25 steps.',
    ),
    slips: size(
      'Share of examples in which the teacher slips: one digit of the reply is another. Executors then know what is right without being sure.',
      defaults.executor.start.slips,
      1,
    ),
  }),
  {
    models: {
      type: ['string', 'null'],
      default: null,
      description:
        'A run configuration (mas.config.json) beside this file: its models answer for the agents in the place of the small policy, and are ' +
        'frozen. Then other defaults hold: ' +
        modelDefaultsText +
        '. null: the small policy.',
    },
  },
)
