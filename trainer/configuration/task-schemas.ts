import { demonstrationSettings, taskSplit } from '../demonstration/settings.ts'
import { optionRules, scorerNames } from '../scorers/index.ts'
import type { OptionRule } from '../scorers/index.ts'
import { operators } from '../tasks/index.ts'
import type { ArithmeticParameters, Span } from '../tasks/index.ts'
import { depthDefaults, plainDefaults, robustnessDefaults } from './family-defaults.ts'
import { choice, positive, section, size, whole } from './property-schemas.ts'

const span = (description: string, value: Span, smallest: number) => ({
  type: 'object',
  additionalProperties: false,
  required: ['minimum', 'maximum'],
  default: value,
  description,
  properties: {
    minimum: { type: 'integer', minimum: smallest, maximum: 10_000, description: 'The smallest.' },
    maximum: { type: 'integer', minimum: smallest, maximum: 10_000, description: 'The largest.' },
  },
})

const arithmetic = (description: string, defaults: ArithmeticParameters, weight: number) => ({
  type: 'object',
  additionalProperties: false,
  description,
  properties: {
    weight: positive('How often the family is drawn, in proportion to the others.', weight),
    operators: span('Operators of an expression; their number is the difficulty, each as likely.', defaults.operators, 1),
    values: span('The numbers that stand in a task.', defaults.values, 0),
    symbols: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { enum: operators },
      default: defaults.symbols,
      description: 'The operators, each as likely.',
    },
    parentheses: {
      type: 'boolean',
      default: defaults.parentheses,
      description: 'Nested expressions; without them, flat chains.',
    },
    arithmetic: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
      default: defaults.arithmetic,
      description: 'How results are kept small: {"modulo": 10} reduces each to 0…9; with {"range": 99} all values lie in 0…99.',
      properties: {
        modulo: { type: 'integer', minimum: 2, maximum: 1000, description: 'Results are reduced to 0 … modulo − 1.' },
        range: { type: 'integer', minimum: 1, maximum: 9999, description: 'Every value on the way lies in 0 … range.' },
      },
    },
  },
})

const robustness = arithmetic(
  'Short sums, misread by each model call in its own way, such as ~3+4: sampling and voting pays.',
  robustnessDefaults,
  robustnessDefaults.weight,
)

const families = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  default: { depth: {}, robustness: {}, plain: {} },
  description: 'The families of tasks that are drawn from; where some are named, only those. Their texts tell them apart.',
  properties: {
    depth: arithmetic(
      'Nested expressions such as (3+1)*2-4: a chain of agents that carry out one operation each pays.',
      depthDefaults,
      depthDefaults.weight,
    ),
    robustness: {
      ...robustness,
      properties: {
        ...robustness.properties,
        disturbance: size(
          'Probability with which a call misreads a digit, each on its own.',
          robustnessDefaults.disturbance,
          1,
        ),
      },
    },
    plain: arithmetic(
      'One operation, such as =3+4: one call is as good as any team, and cheaper.',
      plainDefaults,
      plainDefaults.weight,
    ),
  },
}

const optionSchema = (rule: OptionRule) => {
  const description = `${rule.scorers.join(', ')}: ${rule.description}`
  switch (rule.kind) {
    case 'number':
      return { type: 'number', minimum: rule.minimum, maximum: rule.maximum, description }
    case 'boolean':
      return { type: 'boolean', description }
    case 'text':
      return { type: 'string', description }
  }
}

const scorerOptions = Object.fromEntries(Object.entries(optionRules).map(([name, rule]) => [name, optionSchema(rule)]))

export const tasksSchema = section('What is trained on.', {
  families,
  split: section('Which texts are held out, decided by each text alone.', {
    heldOut: positive('Share of all texts that are held out.', taskSplit.heldOut, 0.9),
    seed: whole(
      'Another seed is another split. Not the seed of the run: seeds are compared on the same held-out tasks.',
      taskSplit.seed,
      0,
    ),
  }),
  perStep: whole('Tasks of one step, all different, as far as there are so many.', demonstrationSettings.tasksPerStep, 1, 10_000),
  scorer: choice(
    'exact: equal to the expected value. numeric: the same number. math: the same mathematics. code: Python that passes the tests of ' +
      'the task. schema: fits the JSON Schema of the task.',
    scorerNames,
    'exact',
  ),
  scorerOptions: section('Options of the scorer; what is left out has the default of the scorer.', scorerOptions),
})
