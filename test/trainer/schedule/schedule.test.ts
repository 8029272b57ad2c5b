import { describe, expect, test } from 'vitest'
import {
  both,
  frozenDesigner,
  frozenExecutor,
  presetSchedule,
  scheduleAt,
  scheduleProblems,
  schedulePresets,
  stages,
} from '../../../trainer/schedule/index.ts'
import type { Measurement, Phase, Schedule } from '../../../trainer/schedule/index.ts'

const walk = (schedule: Schedule, steps: number, measurements: readonly Measurement[] = []): string =>
  Array.from({ length: steps }, (_, step) => {
    const point = scheduleAt(schedule, step, measurements)
    return point === null ? '.' : point.trained === 'both' ? 'B' : point.trained === 'designer' ? 'd' : 'e'
  }).join('')

const once = (...phases: readonly Phase[]): Schedule => ({ phases, repeat: false })

const measured = (...values: readonly number[]): readonly Measurement[] => values.map((value, step) => ({ step, value }))

describe('presets', () => {
  test.each([
    [stages(1), 'ededede'],
    [stages(3), 'eeedddeeeddde'],
    [stages(2, 'designer'), 'ddeedd'],
    [both, 'BBBB'],
    [frozenExecutor, 'dddd'],
    [frozenDesigner, 'eeee'],
  ])('%#', (schedule, wanted) => {
    expect(walk(schedule, wanted.length)).toBe(wanted)
    expect(scheduleProblems(schedule)).toEqual([])
  })

  test('by name', () => {
    expect(schedulePresets.map((preset) => presetSchedule(preset, 30))).toEqual([
      stages(30),
      both,
      frozenExecutor,
      frozenDesigner,
    ])
  })

  test('far in, without walking there', () => {
    expect(scheduleAt(stages(30), 1_000_000_000)).toEqual({
      trained: 'designer',
      phase: 1,
      round: 16_666_666,
      start: 999_999_990,
    })
  })
})

test('phases of fixed length, once', () => {
  expect(walk(once({ train: 'executor', steps: 2 }, { train: 'both', steps: 1 }, { train: 'designer', steps: 2 }), 7)).toBe(
    'eeBdd..',
  )
})

describe('until a target', () => {
  const schedule = once(
    { train: 'executor', until: { kind: 'target', value: 0.8, mostSteps: 4 } },
    { train: 'designer', steps: 2 },
  )

  test('is reached', () => {
    expect(walk(schedule, 6, measured(0.5, 0.8))).toBe('eedd..')
    expect(walk(schedule, 6, measured(0.9))).toBe('edd...')
  })

  test('is not reached: it ends at its most steps', () => {
    expect(walk(schedule, 7, measured(0.5, 0.6, 0.7, 0.79, 0.9))).toBe('eeeedd.')
    expect(walk(schedule, 7)).toBe('eeeedd.')
  })

  test('goes by the measurements of its own steps', () => {
    const again: Schedule = { phases: schedule.phases, repeat: true }
    // The designer's steps 2 and 3 reach the target too; the second run of the executor starts without them.
    expect(walk(again, 9, measured(0.5, 0.8, 0.9, 0.9, 0.5, 0.5, 0.8))).toBe('eeddeeedd')
  })
})

describe('until a plateau', () => {
  const schedule = once({ train: 'both', until: { kind: 'plateau', patience: 2, delta: 0.01, mostSteps: 20 } })

  test.each([
    // The best is two measurements old.
    [measured(0.5, 0.4, 0.4), 'BBB...'],
    // A gain of no more than delta is none.
    [measured(0.5, 0.505, 0.51, 0.9), 'BBB...'],
    [measured(0.5, 0.4, 0.6, 0.6, 0.6), 'BBBBB...'],
    [measured(0.1, 0.2, 0.3, 0.4), 'BBBBBBBB'],
  ])('%#', (measurements, wanted) => {
    expect(walk(schedule, wanted.length, measurements)).toBe(wanted)
  })

  test('measured every third step', () => {
    const sparse = [0.5, 0.4, 0.4].map((value, index) => ({ step: index * 3 + 2, value }))
    expect(walk(schedule, 11, sparse)).toBe('BBBBBBBBB..')
  })
})

test('the future does not change the past', () => {
  const schedule: Schedule = {
    phases: [
      { train: 'executor', until: { kind: 'plateau', patience: 1, delta: 0, mostSteps: 5 } },
      { train: 'designer', steps: 2 },
    ],
    repeat: true,
  }
  const all = measured(0.1, 0.2, 0.2, 0.3, 0.3, 0.5, 0.4, 0.6, 0.7, 0.1, 0.2)
  for (let step = 0; step <= all.length; step += 1) {
    expect(scheduleAt(schedule, step, all.slice(0, step))).toEqual(scheduleAt(schedule, step, all))
  }
})

describe('a schedule with problems', () => {
  test.each([
    [once(), ['phases: there is none.']],
    [once({ train: 'both', steps: 0 }), ['phases[0]: steps is 0, not a whole number of at least 1.']],
    [
      once({ train: 'both', steps: 1 }, { train: 'both', steps: 2.5 }),
      ['phases[1]: steps is 2.5, not a whole number of at least 1.'],
    ],
    [
      once({ train: 'both', until: { kind: 'target', value: NaN, mostSteps: 0 } }),
      ['phases[0]: until.mostSteps is 0, not a whole number of at least 1.', 'phases[0]: until.value is NaN, not a number.'],
    ],
    [
      once({ train: 'both', until: { kind: 'plateau', patience: 9, delta: -1, mostSteps: 3 } }),
      [
        'phases[0]: until.delta is -1, not a number of at least 0.',
        'phases[0]: until.patience is more than until.mostSteps: no plateau can end it.',
      ],
    ],
    [
      once({ train: 'both', steps: 1, until: { kind: 'target', value: 1, mostSteps: 1 } } as Phase),
      ['phases[0]: it has both steps and until.'],
    ],
  ])('%#', (schedule, problems) => {
    expect(scheduleProblems(schedule)).toEqual(problems)
  })

  test('without phases has no step', () => {
    expect(scheduleAt({ phases: [], repeat: true }, 0)).toBeNull()
  })
})
