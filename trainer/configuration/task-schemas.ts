import { demonstrationSettings, taskSplit } from '../demonstration/settings.ts'
import { optionRules, scorerNames } from '../scorers/index.ts'
import type { OptionRule } from '../scorers/index.ts'
import { familySchemas } from './family-schemas.ts'
import { choice, positive, section, whole } from './property-schemas.ts'

const families = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  default: { depth: {}, robustness: { tags: 0 }, plain: { tags: 0 } },
  description: 'The families of tasks that are drawn from; where some are named, only those. Their texts tell them apart.',
  properties: familySchemas,
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
