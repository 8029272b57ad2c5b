import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import {
  defaultSplit,
  depthFamily,
  drawExamples,
  drawTasks,
  examplesOf,
  familyNames,
  familyOf,
  leakage,
  plainFamily,
  resolveFamily,
  robustnessFamily,
  splitOf,
  taskText,
} from '../../../trainer/tasks/index.ts'
import type { TaskMix } from '../../../trainer/tasks/index.ts'

const mix: TaskMix = [
  { family: depthFamily(), weight: 2 },
  { family: robustnessFamily(), weight: 1 },
  { family: plainFamily(), weight: 1 },
]

const draw = (side: 'training' | 'held_out', count: number, seed = 1) =>
  drawTasks({ mix, split: defaultSplit, side }, count, randomStream(seed, side))

test('the text of a task', () => {
  expect(taskText({ input: { expression: '3+4' } })).toBe('3+4')
  expect(taskText({ input: { question: 'why', count: 2 } })).toBe('{"count":2,"question":"why"}')
  expect(taskText({ input: { parts: ['a'] } })).toBe('{"parts":["a"]}')
})

describe('the split', () => {
  test('holds out its share of the texts', () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `text ${index}`)
    const heldOut = texts.filter((text) => splitOf(text, defaultSplit) === 'held_out').length
    // Three standard deviations of 5,000 draws are 0.017.
    expect(Math.abs(heldOut / 5000 - 0.2)).toBeLessThan(0.017)
    expect(texts.every((text) => splitOf(text, { heldOut: 0, seed: 0 }) === 'training')).toBe(true)
  })

  test('depends on the text and the seed only', () => {
    const heldOut = ['3+4', '1+2*3', '~3+4', '=3+4', '8*2-7', '(1+2)*3'].filter(
      (text) => splitOf(text, defaultSplit) === 'held_out',
    )
    expect(heldOut).toEqual(['3+4'])
    const texts = Array.from({ length: 50 }, (_, index) => `text ${index}`)
    const sides = (seed: number) => texts.map((text) => splitOf(text, { heldOut: 0.5, seed }))
    expect(sides(1)).toEqual(sides(1))
    expect(sides(1)).not.toEqual(sides(2))
  })

  test('training and held-out tasks are disjoint, and each drawn once', () => {
    const training = draw('training', 300).map(taskText)
    const heldOut = draw('held_out', 100).map(taskText)
    expect(training).toHaveLength(300)
    expect(heldOut).toHaveLength(100)
    expect(new Set(training).size).toBe(300)
    expect(training.filter((text) => heldOut.includes(text))).toEqual([])
  })

  test('a family with few texts gives fewer tasks', () => {
    const tasks = drawTasks(
      { mix: [{ family: robustnessFamily({ tags: 0 }), weight: 1 }], split: defaultSplit, side: 'held_out' },
      100,
      randomStream(1),
    )
    const all = Array.from({ length: 100 }, (_, index) => `~${Math.floor(index / 10)}+${index % 10}`)
    expect(tasks.map(taskText).sort()).toEqual(all.filter((text) => splitOf(text, defaultSplit) === 'held_out'))
  })

  test('families come by weight', () => {
    const training = draw('training', 200)
    const depth = training.filter((task) => task.family === 'depth').length
    expect(depth).toBeGreaterThan(80)
    expect(depth).toBeLessThan(140)
  })
})

test('the share of held-out texts that occur on the way to a training result', () => {
  const depth = depthFamily()
  const task = (expression: string) => ({ id: expression, family: 'depth', difficulty: 1, input: { expression } })
  const heldOut = [task('8*2-7'), task('6-7'), task('1+1'), task('5*5')]
  expect(leakage(heldOut, [task('(3+5)*2-7'), task('2+2')], [depth])).toEqual({ heldOut: 4, leaked: 2, share: 0.5 })
  expect(leakage([], [task('2+2')], [depth])).toEqual({ heldOut: 0, leaked: 0, share: 0 })
})

describe('supervised examples', () => {
  const split = { heldOut: 0.5, seed: 3 }

  test('are right, and none has a held-out input', () => {
    const examples = drawExamples(mix, split, 300, randomStream(5))
    expect(examples).toHaveLength(300)
    for (const example of examples) {
      const family = mix.find((entry) => entry.family.name === example.family)?.family
      expect(example.output).toBe(family?.reply(example.role, example.inputs))
      expect(splitOf(String(example.inputs['expression']), split)).toBe('training')
    }
    expect(new Set(examples.map((example) => `${example.family} ${example.role}`)).size).toBe(6)
  })

  test('of families that show their own are right where they are no guess, and no task that is held out is among them', () => {
    const own = familyNames.map((family) => familyOf(resolveFamily({ family }))).filter(({ show }) => show !== undefined)
    expect(own.map(({ name }) => name)).toEqual(['breadth', 'horizon', 'verify', 'route'])
    for (const family of own) {
      const examples = drawExamples([{ family, weight: 1 }], split, 200, randomStream(6))
      expect(new Set(examples.map(({ role }) => role))).toEqual(new Set(family.roles))
      for (const { role, inputs, output, isGuess } of examples) {
        if (isGuess !== true) expect(output).toBe(family.reply(role, inputs))
        const text = String(inputs['expression'])
        if (family.isTask?.(text) === true) expect(splitOf(text, split)).toBe('training')
      }
    }
  })

  test('of one task: each role on it, and each step on the way', () => {
    const all = { heldOut: 0, seed: 0 }
    const task = { id: 'a', family: 'depth', difficulty: 3, input: { expression: '(3+5)*2-7' } }
    expect(examplesOf(task, depthFamily(), all).map(({ role, inputs, output }) => [role, inputs['expression'], output])).toEqual([
      ['answer', '(3+5)*2-7', '9'],
      ['reduce', '(3+5)*2-7', '8*2-7'],
      ['reduce', '8*2-7', '6-7'],
      ['reduce', '6-7', '9'],
      ['reduce', '9', '9'],
    ])
  })

  test('a step whose text is held out is left out, and a held-out task gives none', () => {
    const family = depthFamily()
    let steps = 0
    for (let seed = 0; seed < 100; seed += 1) {
      const task = family.generate(randomStream(seed), 3)
      const inputs = examplesOf(task, family, split).map((example) => String(example.inputs['expression']))
      if (splitOf(taskText(task), split) === 'held_out') expect(inputs).toEqual([])
      const heldOut = family.intermediates(task).filter((step) => splitOf(step, split) === 'held_out')
      expect(inputs.filter((input) => heldOut.includes(input))).toEqual([])
      steps += heldOut.length
    }
    expect(steps).toBeGreaterThan(50)
  })

  test('a mix without training tasks is said, not looped over', () => {
    const barren = { ...depthFamily(), roles: ['review'] }
    expect(() => drawExamples([{ family: barren, weight: 1 }], split, 1, randomStream(1))).toThrow(RangeError)
  })
})
