import { mostTags, operators } from '../tasks/index.ts'
import type { ArithmeticParameters, BreadthParameters, Span } from '../tasks/index.ts'
import {
  breadthDefaults,
  depthDefaults,
  horizonDefaults,
  plainDefaults,
  robustnessDefaults,
  routeDefaults,
  verifyDefaults,
} from './family-defaults.ts'
import { positive, size, whole } from './property-schemas.ts'

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

/** A family: its weight, then what is its own. */
const family = (description: string, weight: number, properties: object) => ({
  type: 'object',
  additionalProperties: false,
  description,
  properties: { weight: positive('How often the family is drawn, in proportion to the others.', weight), ...properties },
})

const operations = (defaults: Pick<BreadthParameters, 'values' | 'symbols' | 'arithmetic'>) => ({
  values: span('The numbers that stand in a task.', defaults.values, 0),
  symbols: {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { enum: operators },
    default: defaults.symbols,
    description: 'The operators, each as likely.',
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
})

function expressions(defaults: ArithmeticParameters) {
  const { values, symbols, arithmetic } = operations(defaults)
  return {
    operators: span('Operators of an expression; their number is the difficulty, each as likely.', defaults.operators, 1),
    values,
    symbols,
    parentheses: {
      type: 'boolean',
      default: defaults.parentheses,
      description: 'Nested expressions; without them, flat chains.',
    },
    arithmetic,
    tags: whole('Letters that may stand before a task and mean nothing: few expressions make many texts so; 0 for none.', defaults.tags, 0, mostTags),
  }
}

/** The families by name, as `tasks.families` takes them. */
export const familySchemas = {
  depth: family(
    'Nested expressions such as (3+1)*2-4: a chain of agents that carry out one operation each pays.',
    depthDefaults.weight,
    expressions(depthDefaults),
  ),
  breadth: family(
    'Independent operations such as 3+4;2*2;1-3: a call that reads several misreads digits, so agents that take one each, side by side, pay.',
    breadthDefaults.weight,
    {
      parts: span('Parts of a task; their number is the difficulty, each as likely.', breadthDefaults.parts, 2),
      ...operations(breadthDefaults),
      disturbance: size('Probability with which a call misreads a digit, for each part that it reads beside another.', breadthDefaults.disturbance, 1),
    },
  ),
  horizon: family(
    'The total of letters such as cadbbac, where a call reads the first few alone: splitting, totals of pieces, and their total pay.',
    horizonDefaults.weight,
    {
      letters: span('Letters of a text; their number is the difficulty, each as likely.', horizonDefaults.letters, 1),
      modulo: whole('How many letters there are, a counting 0; totals are reduced by it.', horizonDefaults.modulo, 2, 10),
      window: whole('Letters that a call reads.', horizonDefaults.window, 2, 20),
    },
  ),
  robustness: family(
    'Short sums, misread by each model call in its own way, such as ~3+4: sampling and voting pays.',
    robustnessDefaults.weight,
    {
      ...expressions(robustnessDefaults),
      disturbance: size('Probability with which a call misreads a digit, each on its own.', robustnessDefaults.disturbance, 1),
    },
  ),
  verify: family(
    'At which place a digit is, as in a3b1c4d0e7f2>4, where a call sees few places unless it is given one to check: sampling until a check holds pays.',
    verifyDefaults.weight,
    {
      places: span('Places of a text; their number is the difficulty, each as likely.', verifyDefaults.places, 2),
      glance: whole('Places that a call sees that is given none.', verifyDefaults.glance, 1, 9),
    },
  ),
  route: family(
    'Three kinds of task such as x3142, each with an agent that reads its sign: giving each task to the agent of its kind pays.',
    routeDefaults.weight,
    { digits: span('Digits after the sign.', routeDefaults.digits, 1) },
  ),
  plain: family('One operation, such as =3+4: one call is as good as any team, and cheaper.', plainDefaults.weight, expressions(plainDefaults)),
}
