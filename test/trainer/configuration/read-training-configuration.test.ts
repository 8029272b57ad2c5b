import { describe, expect, test } from 'vitest'
import {
  defaultTrainingConfiguration,
  readTrainingConfiguration,
  taskMixOf,
  trainingConfigurationSchema,
} from '../../../trainer/configuration/index.ts'
import { defaultReplaySettings } from '../../../trainer/credit/index.ts'
import {
  demonstrationSettings,
  mostRequests,
  startWarmUpSteps,
  taskMix,
  taskSplit,
} from '../../../trainer/demonstration/settings.ts'
import { stages } from '../../../trainer/schedule/index.ts'

const omit = (value: object, name: string): object => Object.fromEntries(Object.entries(value).filter(([own]) => own !== name))

const read = (written: object) => readTrainingConfiguration(JSON.stringify(written))

const problemsOf = (written: object): readonly string[] => {
  const result = read(written)
  if (result.kind === 'ok') throw new Error('it was read')
  return result.problems
}

const configurationOf = (written: object) => {
  const result = read(written)
  if (result.kind === 'error') throw new Error(result.problems.join('; '))
  return result.configuration
}

describe('what is left out', () => {
  test('is what the demonstration does', () => {
    const { start, ...settings } = demonstrationSettings
    const configuration = defaultTrainingConfiguration()
    expect(taskMixOf(configuration).map(({ family, weight }) => [family.name, family.parameters, weight])).toEqual(
      taskMix.map(({ family, weight }) => [family.name, family.parameters, weight]),
    )
    const { estimator, normalisation, weighting, reward } = settings.credit
    expect(configuration).toEqual({
      seed: 1,
      backend: 'auto',
      weights: 'separate',
      records: 'none',
      tasks: { families: configuration.tasks.families, split: taskSplit, perStep: settings.tasksPerStep, scorer: 'exact', scorerOptions: {} },
      rollout: {
        designs: settings.designs,
        executions: settings.executions,
        mostRequests,
        temperature: settings.temperature,
        optimise: false,
      },
      designs: { from: null, builtins: ['vote'] },
      credit: { estimator, normalisation, weighting, replays: defaultReplaySettings, costPerPrice: 0, ...reward },
      schedule: stages(settings.stageSteps),
      designer: {
        network: settings.designerShape,
        start: { ...omit(start.designer, 'loss'), warmUpSteps: startWarmUpSteps, target: start.designer.loss },
        training: settings.designer,
      },
      executor: {
        models: null,
        network: settings.executorShape,
        start: { ...omit(start.executor, 'accuracy'), warmUpSteps: startWarmUpSteps, target: start.executor.accuracy },
        training: settings.executor,
      },
      budget: { requests: settings.requests, steps: null, price: null },
      evaluation: { tasksPerFamily: settings.heldOutTasks, repeats: settings.repeats, everySteps: null },
      frontier: { designs: 6, leastExecutions: 16 },
      guards: { oldestVersion: 0, compare: 'all', logProbabilityTolerance: 0.001, mostFailingSteps: 5, mostUnsolvedSteps: null },
    })
  })

  test('stands in what is resolved, which is a configuration of the same meaning', () => {
    for (const written of [{}, { schedule: { phases: [{ train: 'both', until: { kind: 'target', value: 1, mostSteps: 2 } }] } }]) {
      const configuration = configurationOf(written)
      expect(configurationOf(configuration)).toEqual(configuration)
    }
  })

  test('is completed around what is written, and the result is JSON', () => {
    const configuration = configurationOf({
      $schema: 'https://example.com/training.json',
      tasks: { families: { robustness: { disturbance: 0.3 } } },
      rollout: { designs: 2 },
      credit: { costPerRequest: 0.05 },
      executor: { training: { learningRate: 0.001 } },
    })
    expect(configuration.tasks.families).toEqual({
      robustness: { ...defaultTrainingConfiguration().tasks.families.robustness, disturbance: 0.3, tags: 8 },
    })
    expect(configuration.rollout).toEqual({ designs: 2, executions: 4, mostRequests: 16, temperature: 1, optimise: false })
    expect(configuration.credit.rejected).toBeCloseTo(-16 * 0.05 - 56 * 0.004)
    expect(configuration.executor.training).toMatchObject({ learningRate: 0.001, minibatches: 4 })
    expect(JSON.parse(JSON.stringify(configuration))).toEqual(configuration)
  })

  test('is not shared between readings', () => {
    expect(defaultTrainingConfiguration().tasks.families.depth).not.toBe(defaultTrainingConfiguration().tasks.families.depth)
  })
})

describe('the schedule', () => {
  test.each([
    [{ preset: 'both' }, { phases: [{ train: 'both', steps: 1 }], repeat: true }],
    [{ preset: 'stages', stageSteps: 30 }, stages(30)],
    [{ phases: [{ train: 'executor', steps: 3 }] }, { phases: [{ train: 'executor', steps: 3 }], repeat: false }],
    [
      {
        phases: [
          { train: 'both', until: { kind: 'plateau', patience: 3, mostSteps: 9 } },
          { train: 'designer', until: { kind: 'target', value: 0.9, mostSteps: 9 } },
        ],
        repeat: true,
      },
      {
        phases: [
          { train: 'both', until: { kind: 'plateau', patience: 3, delta: 0, mostSteps: 9 } },
          { train: 'designer', until: { kind: 'target', value: 0.9, mostSteps: 9 } },
        ],
        repeat: true,
      },
    ],
  ])('%j', (schedule, wanted) => {
    expect(configurationOf({ schedule }).schedule).toEqual(wanted)
  })
})

describe('shared weights', () => {
  test('are one network, that of the executors, with room for designs', () => {
    const { designer, executor, weights } = configurationOf({ weights: 'shared', executor: { network: { width: 16 } } })
    expect(weights).toBe('shared')
    expect(executor.network).toEqual({ ...defaultTrainingConfiguration().executor.network, width: 16, positions: 56 })
    expect(designer.network).toEqual(executor.network)
  })
  test('read back the same', () => {
    const configuration = configurationOf({ weights: 'shared' })
    expect(configurationOf(JSON.parse(JSON.stringify(configuration)) as object)).toEqual(configuration)
  })
  test.each([
    [
      { weights: 'shared', designer: { network: { width: 8 } } },
      ['designer.network: with shared weights there is one network, that of executor.network: leave it out'],
    ],
    [
      { weights: 'shared', schedule: { preset: 'both' }, guards: { compare: 'first_step' } },
      ['guards.compare: with shared weights, phases that train both compare all rows: leave it out'],
    ],
    [{ weights: 'shared', guards: { compare: 'first_step' } }, []],
  ])('%j', (written, problems) => {
    const read = readTrainingConfiguration(JSON.stringify(written))
    expect(read.kind === 'error' ? read.problems : []).toEqual(problems)
  })
})

test('the mix of tasks', () => {
  const mix = taskMixOf(
    configurationOf({ tasks: { families: { depth: { weight: 2, operators: { minimum: 2, maximum: 3 } }, plain: {} } } }),
  )
  expect(mix.map(({ family, weight }) => [family.name, weight, family.difficulties])).toEqual([
    ['depth', 2, { minimum: 2, maximum: 3 }],
    ['plain', 1, { minimum: 1, maximum: 1 }],
  ])
})

describe('a mistake is told with its path', () => {
  test.each([
    [{ rolout: {} }, 'the configuration: there is no setting "rolout". Did you mean "rollout"?'],
    [
      { credit: { estimator: 'shapely' } },
      'credit.estimator: must be one of "broadcast", "design_group", "per_agent", "rloo", "slice", "counterfactual", "shapley", "vine"',
    ],
    [{ rollout: { designs: 0 } }, 'rollout.designs: must be at least 1'],
    [{ rollout: { designs: '4' } }, 'rollout.designs: must be a whole number'],
    [{ rollout: { temperature: 0 } }, 'rollout.temperature: must be more than 0'],
    [{ budget: { steps: 'many' } }, 'budget.steps: must be a whole number or null'],
    [{ tasks: { families: {} } }, 'tasks.families: names nothing; leave it out, or name one of depth, breadth, horizon, robustness, verify, route, plain'],
    [{ tasks: { families: { dept: {} } } }, 'tasks.families: there is no setting "dept". Did you mean "depth"?'],
    [
      { tasks: { families: { plain: { disturbance: 0.1 } } } },
      'tasks.families.plain: there is no setting "disturbance". There is "weight", "operators", "values", ' +
        '"symbols", "parentheses", "arithmetic", "tags".',
    ],
    [
      { tasks: { families: { depth: { arithmetic: { modulo: 10, range: 99 } } } } },
      'tasks.families.depth.arithmetic: must be {"modulo": …} or {"range": …}',
    ],
    [{ tasks: { families: { depth: { operators: { minimum: 1 } } } } }, 'tasks.families.depth.operators: "maximum" is missing'],
    [
      { tasks: { families: { depth: { values: { minimum: 0, maximum: 12 } } } } },
      'tasks.families.depth: values: 12 is more than the largest result, 4',
    ],
    [{ designer: { network: { heads: 3 } } }, 'designer.network: width (32) must be a multiple of heads (3)'],
    [{ schedule: { phases: [{ train: 'both' }] } }, 'schedule.phases[0]: has either "steps" or "until"'],
    [
      { schedule: { phases: [{ train: 'both', steps: 1, until: { kind: 'target', value: 1, mostSteps: 1 } }] } },
      'schedule.phases[0]: has either "steps" or "until"',
    ],
    [
      { schedule: { phases: [{ train: 'both', until: { kind: 'target', mostSteps: 1 } }] } },
      'schedule.phases[0].until: "value" is missing',
    ],
    [
      { schedule: { phases: [{ train: 'both', until: { kind: 'plateau', patience: 5, mostSteps: 3 } }] } },
      'schedule.phases[0]: until.patience is more than until.mostSteps: no plateau can end it',
    ],
    [{ rollout: { designs: 1 } }, 'rollout.designs: training the designer compares designs of a task: at least 2'],
    [
      { rollout: { designs: 1, executions: 1 }, schedule: { preset: 'frozen_designer' } },
      'rollout.executions: design_group compares executions of a design: at least 2',
    ],
    [
      { rollout: { executions: 1 }, credit: { estimator: 'design_group' } },
      'rollout.executions: design_group compares executions of a design: at least 2',
    ],
    [{ tasks: { split: { heldOut: 0 } } }, 'tasks.split.heldOut: must be more than 0'],
    [{ tasks: { perStep: 20_000 } }, 'tasks.perStep: must be at most 10,000'],
    [{ schedule: { phases: [] } }, 'schedule.phases: the list is empty; name at least one'],
    [
      { tasks: { families: { depth: { symbols: ['+', '-', '+'] } } } },
      'tasks.families.depth.symbols: the entries 0 and 2, from 0, are the same; name each once',
    ],
    [{ schedule: { phases: [{ train: 'both', steps: 0 }] } }, 'schedule.phases[0].steps: must be at least 1'],
    [{ schedule: { preset: 'both', phases: [{ train: 'both', steps: 1 }] } }, 'schedule: has either "preset" or "phases"'],
    [{ schedule: { preset: 'both', stageSteps: 3 } }, 'schedule.stageSteps: is for the preset "stages" alone; leave it out'],
    [{ schedule: { repeat: true } }, 'schedule.repeat: is for "phases" alone; presets go on until the budget is spent'],
    [
      { credit: { rejected: -0.1 } },
      'credit.rejected: -0.1 is more than the -0.544 of the worst execution: not compiling would pay',
    ],
  ])('%j', (written, problem) => {
    expect(problemsOf(written)).toContain(problem)
  })

  // A number, a text, null, a list, an object and a switch in the place of each setting: whatever is refused is explained.
  test('whatever stands in the place of a setting', () => {
    const visit = (schema: object, wrap: (value: unknown) => object): void => {
      if (!('properties' in schema)) return
      for (const [name, property] of Object.entries(schema.properties as Record<string, object>)) {
        const inside = (value: unknown): object => wrap({ [name]: value })
        for (const value of [-1e12, 1e12, 0.5, '', null, [], [null], ['+', '+'], {}, true, [{}]]) {
          const result = read(inside(value))
          const problems = result.kind === 'ok' ? [] : result.problems
          expect(problems.filter((problem) => /NOT|[^$"]schema|instance|keyword|[<>]=?|undefined|NaN/.test(problem))).toEqual([])
        }
        visit(property, inside)
      }
    }
    visit(trainingConfigurationSchema, (value) => value as object)
  })

  test('and every mistake at once', () => {
    expect(problemsOf({ rollout: { designs: 0, executions: 0 }, seed: -1 })).toHaveLength(3)
  })

  test('where it is not JSON', () => {
    expect(readTrainingConfiguration('{"seed": }')).toMatchObject({
      kind: 'error',
      problems: [expect.stringContaining('it is not valid JSON')],
    })
    expect(readTrainingConfiguration('[]')).toEqual({ kind: 'error', problems: ['the configuration: must be an object, in { }'] })
  })
})

test('every setting says what it means', () => {
  const silent: string[] = []
  const visit = (schema: object, path: string): void => {
    if (!('properties' in schema)) return
    for (const [name, property] of Object.entries(schema.properties as Record<string, object>)) {
      if (!('description' in property)) silent.push(`${path}${name}`)
      visit(property, `${path}${name}.`)
      if ('items' in property) visit(property.items as object, `${path}${name}[].`)
    }
  }
  visit(trainingConfigurationSchema, '')
  expect(silent).toEqual([])
})
