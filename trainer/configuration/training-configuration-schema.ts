import { demonstrationSettings as demonstration, mostRequests } from '../demonstration/settings.ts'
import { estimatorNames, executionWeightings, normalisations } from '../credit/index.ts'
import { backendNames } from '../engine/index.ts'
import { designsSchema } from './designs-schema.ts'
import { designerSchema, executorSchema } from './policy-schemas.ts'
import { replaysSchema } from './replays-schema.ts'
import { comparisons, recordChoices, weightsChoices } from './training-configuration.ts'
import { choice, positive, section, size, whole } from './property-schemas.ts'
import { scheduleSchema } from './schedule-schema.ts'
import { tasksSchema } from './task-schemas.ts'

const credit = section('How rewards are divided among calls.', {
  estimator: choice(
    'broadcast: every call gets the comparison of its execution with all of the task. design_group: with those of its design. ' +
      'per_agent: by agent. rloo: with the mean of the others. slice: broadcast, and nothing for calls without influence. The next ' +
      'three run executions again, at the cost of more requests. counterfactual: with other replies in the place of the call. ' +
      'shapley: what it adds to the calls of the others. vine: the value after it less the value before it.',
    estimatorNames,
    demonstration.credit.estimator,
  ),
  normalisation: choice(
    'mean: less the mean of the group. mean_and_deviation: divided by its deviation too. Only for estimators that compare executions; ' +
      'rloo has neither.',
    normalisations,
    demonstration.credit.normalisation,
  ),
  replays: replaysSchema,
  weighting: choice(
    'execution: each execution weighs the same, its calls share it. call: each call weighs the same, so long workflows weigh ' +
      'more. trajectory: the sum over the calls of an execution, the exact policy gradient.',
    executionWeightings,
    demonstration.credit.weighting,
  ),
  costPerRequest: size('Subtracted from the score for each model request of an execution.', demonstration.credit.reward.costPerRequest, 1),
  costPerPrice: size(
    'Subtracted from the score for each unit of the price of an execution, where a run configuration says what tokens cost.',
    0,
  ),
  costPerChoice: size(
    'Subtracted from the reward of a design for each choice that the designer made among at least two.',
    demonstration.credit.reward.costPerChoice,
    1,
  ),
  rejected: {
    type: 'number',
    maximum: 0,
    description: 'Reward of a design that does not compile, at most that of a wrong answer at the highest cost; that one where it is left out.',
  },
})

/** The JSON Schema of a training configuration, published for editors. */
export const trainingConfigurationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A training configuration',
  description: 'What mas train trains, on what, and how. Everything has a default; {} is a configuration.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'Ignored: for editors.' },
    seed: { ...whole('Everything random derives from it.', 1, 0), maximum: Number.MAX_SAFE_INTEGER },
    backend: choice('What computes; auto: the fastest that works here.', ['auto', ...backendNames], 'auto'),
    records: choice(
      'all: the run folder holds records.jsonl, a line for each call in training with its tokens, log-probabilities and advantages, ' +
        'about a kilobyte each. none: it does not.',
      recordChoices,
      'none',
    ),
    tasks: tasksSchema,
    designs: designsSchema,
    rollout: section('How often a task goes down the road in one step.', {
      designs: whole('M: designs per task.', demonstration.designs, 1, 1000),
      executions: whole('N: executions per design.', demonstration.executions, 1, 1000),
      mostRequests: whole(
        'Model requests that a design may make at most; the bound is known before it runs, and a design beyond it is rejected.',
        mostRequests,
        1,
        1000,
      ),
      temperature: positive('Of designers and executors. At 0 all executions would be copies of each other.', demonstration.temperature, 10),
      optimise: {
        type: 'boolean',
        default: false,
        description:
          'Runs designs without their unused calls, and votes until they are certain: fewer requests for the same outcome. While ' +
          'executors train, not with per_agent.',
      },
    }),
    credit,
    schedule: scheduleSchema,
    weights: choice(
      'separate: designer and executors are two networks. shared: one network plays both, with the sizes of executor.network and an ' +
        'optimizer for each role; a role that is frozen gives no gradient, and its optimizer stays as it is.',
      weightsChoices,
      'separate',
    ),
    designer: designerSchema,
    executor: executorSchema,
    budget: section('When training ends: with the step in which the first of these is spent.', {
      requests: whole('Model requests of all rollouts, replays for credit included; those of evaluations are not counted.', demonstration.requests),
      steps: { type: ['integer', 'null'], minimum: 1, default: null, description: 'Steps; null for no limit.' },
      price: {
        type: ['number', 'null'],
        exclusiveMinimum: 0,
        default: null,
        description: 'What the replies of all rollouts cost, in the unit of the prices of a run configuration; null for no limit.',
      },
    }),
    evaluation: section('How the policies are measured, on held-out tasks.', {
      tasksPerFamily: whole('Held-out tasks of each family, as far as there are so many.', demonstration.heldOutTasks, 1, 100_000),
      repeats: whole('Designs for each, executed once each.', demonstration.repeats, 1, 1000),
      everySteps: {
        type: ['integer', 'null'],
        minimum: 1,
        default: null,
        description: 'Steps between evaluations; null: before and after.',
      },
    }),
    frontier: section('Designs that are measured on held-out tasks at the end, beside single agents and votes, where executors are frozen.', {
      designs: whole('So many at most, the best for their cost in training; 0 for none, and no comparison.', 6, 0, 100),
      leastExecutions: whole('Executions in training that a design needs to be among them.', 16, 1, 1_000_000),
    }),
    guards: section('When training stops because it would go wrong.', {
      oldestVersion: whole('How many versions older than the policy a row may be when training on a rollout starts.', 0, 0),
      compare: choice(
        'Which rows of a rollout are compared with a recomputation before they are learned from. all: all that the current ' +
          'weights drew, for about a sixth more time. first_step: a random part, those of the first minibatch.',
        comparisons,
        'all',
      ),
      logProbabilityTolerance: positive('How far a recorded log-probability may be from its recomputation, in nats.', 1e-3),
      mostFailingSteps: {
        type: ['integer', 'null'],
        minimum: 1,
        default: 5,
        description: 'Training stops after so many steps in a row in which every execution that called an agent failed; null: it goes on.',
      },
      mostUnsolvedSteps: {
        type: ['integer', 'null'],
        minimum: 1,
        default: null,
        description: 'Training stops after so many steps in a row in which nothing scored more than 0; null: it goes on. With models, 10.',
      },
    }),
  },
}
