import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import {
  createFamily,
  depthFamily,
  expressionInput,
  familyNames,
  familyOf,
  plainFamily,
  resolveFamily,
  robustnessFamily,
} from '../../../../trainer/tasks/index.ts'
import type { TaskFamily } from '../../../../trainer/tasks/index.ts'

const families = familyNames.map((family) => familyOf(resolveFamily({ family })))

const texts = (family: TaskFamily, count: number): readonly string[] =>
  Array.from({ length: count }, (_, seed) => {
    const { minimum, maximum } = family.difficulties
    return String(family.generate(randomStream(seed), minimum + (seed % (maximum - minimum + 1))).input[expressionInput])
  })

test('a text alone tells its family', () => {
  for (const family of families) {
    for (const text of texts(family, 50)) {
      expect(families.filter((other) => other.owns(text)).map((owner) => owner.name)).toEqual([family.name])
    }
  }
})

test('equal streams give equal tasks', () => {
  for (const family of families) {
    const { minimum } = family.difficulties
    expect(family.generate(randomStream(7, 'a'), minimum)).toEqual(family.generate(randomStream(7, 'a'), minimum))
  }
})

test('a perfect agent that reads all of a task answers it', () => {
  for (const family of families) {
    const { minimum, maximum } = family.difficulties
    for (let seed = 0; seed < 60; seed += 1) {
      const task = family.generate(randomStream(seed, 'perfect'), minimum + (seed % (maximum - minimum + 1)))
      expect(family.reply('answer', task.input)).toBe(task.expected)
      expect(family.isTask?.(String(task.input[expressionInput])) ?? true).toBe(true)
      expect(family.roles).toContain('answer')
    }
  }
})

test('a slip is another reply, as the family writes them', () => {
  for (const family of families) {
    const task = family.generate(randomStream(1), family.difficulties.minimum)
    const right = task.expected ?? null
    for (let seed = 0; seed < 20; seed += 1) {
      const wrong = family.slip?.(right, randomStream(seed)) ?? null
      expect(typeof wrong).toBe('string')
      expect(wrong).not.toBe(right)
      expect(String(wrong)).toHaveLength(String(right).length)
    }
  }
})

test('a task in full', () => {
  const task = depthFamily().generate(randomStream(3), 2)
  const text = String(task.input[expressionInput])
  expect(text).toMatch(/^[0-9+*()-]+$/)
  expect(text.match(/[-+*]/g)).toHaveLength(2)
  expect(task).toEqual({
    id: `depth:${text}`,
    family: 'depth',
    difficulty: 2,
    input: { expression: text },
    expected: depthFamily().reply('answer', { expression: text }),
  })
})

describe('what a perfect agent replies', () => {
  const [depth, robustness, plain] = [depthFamily(), robustnessFamily({ operators: { minimum: 1, maximum: 2 } }), plainFamily()]
  test.each([
    [depth, 'answer', '(3+5)*2-7', '9'],
    [depth, 'reduce', '(3+5)*2-7', '8*2-7'],
    [depth, 'reduce', '7', '7'],
    [depth, 'answer', '~3+4', null],
    [depth, 'review', '3+4', null],
    [depth, 'answer', 'seven', null],
    [depth, 'constructor', '3+4', null],
    [robustness, 'answer', '~3+4', '7'],
    [robustness, 'answer', '~8+7', '5'],
    [robustness, 'reduce', '~1+2+3', '~3+3'],
    [robustness, 'reduce', '~3+3', '6'],
    [robustness, 'reduce', '3+3', null],
    [plain, 'answer', '=3*4', '2'],
    [plain, 'reduce', '=3*4', '2'],
    [plain, 'answer', '=~3', null],
  ] as const)('%# %s', (family, role, expression, reply) => {
    expect(family.reply(role, { expression })).toBe(reply)
  })

  test('nothing to inputs that are no text', () => {
    expect(depth.reply('answer', { expression: 7 })).toBeNull()
    expect(depth.reply('answer', { question: '3+4' })).toBeNull()
  })
})

test('intermediates keep the marker while operators are left', () => {
  const family = robustnessFamily({ operators: { minimum: 2, maximum: 2 } })
  expect(family.intermediates({ id: 'a', family: 'robustness', difficulty: 2, input: { expression: '~1+2+3' } })).toEqual([
    '~3+3',
    '6',
  ])
  expect(family.intermediates({ id: 'a', family: 'depth', difficulty: 2, input: { expression: '1+2+3' } })).toEqual([])
})

test('values stay in their range on the way', () => {
  const family = depthFamily({ arithmetic: { range: 20 } })
  for (let seed = 0; seed < 50; seed += 1) {
    const task = family.generate(randomStream(seed), 3)
    for (const step of family.intermediates(task)) {
      for (const number of step.match(/\d+/g) ?? []) expect(Number(number)).toBeLessThanOrEqual(20)
    }
    expect(family.intermediates(task)).toHaveLength(3)
  }
})

test('tags make several texts of one expression, and mean nothing', () => {
  const family = plainFamily({ tags: 3, values: { minimum: 1, maximum: 1 }, symbols: ['+'] })
  expect(new Set(texts(family, 40))).toEqual(new Set(['k=1+1', 'l=1+1', 'm=1+1']))
  expect(family.reply('answer', { expression: 'l=1+1' })).toBe('2')
  expect(family.owns('n=1+1')).toBe(false)
  const noisy = robustnessFamily({ operators: { minimum: 2, maximum: 2 } })
  expect(noisy.reply('reduce', { expression: 'k~1+2+3' })).toBe('k~3+3')
})

describe('settings with problems', () => {
  test.each([
    [{ operators: { minimum: 3, maximum: 2 } }, 'operators: 3 to 2 is no range from 1 on.'],
    [{ operators: { minimum: 0, maximum: 2 } }, 'operators: 0 to 2 is no range from 1 on.'],
    [{ values: { minimum: 5, maximum: 4 } }, 'values: 5 to 4 is no range from 0 on.'],
    [{ values: { minimum: 0, maximum: 10 } }, 'values: 10 is more than the largest result, 9.'],
    [{ symbols: [] }, 'symbols: there is none.'],
    [{ symbols: ['+', '+'] }, 'symbols: one stands twice.'],
    [
      { arithmetic: { range: 99 }, values: { minimum: 90, maximum: 99 }, symbols: ['*'], operators: { minimum: 1, maximum: 1 } },
      'depth: 10000 expressions of 1 operators, and none keeps its values in range.',
    ],
  ] as const)('%# %j', (parameters, problem) => {
    expect(createFamily({ family: 'depth', parameters })).toEqual({ kind: 'problems', problems: [problem] })
  })

  test.each([
    [{ family: 'breadth', parameters: { parts: { minimum: 1, maximum: 3 } } }, 'parts: 1 to 3 is no range within 2 to 9.'],
    [{ family: 'breadth', parameters: { symbols: [] } }, 'symbols: there is none.'],
    [{ family: 'horizon', parameters: { window: 1 } }, 'window: 1 is not from 2 to 20.'],
    [{ family: 'horizon', parameters: { modulo: 11 } }, 'modulo: 11 is not from 2 to 10.'],
    [{ family: 'horizon', parameters: { letters: { minimum: 3, maximum: 9 } } }, 'letters: 3 to 9 is no range within 4 to 9.'],
    [{ family: 'horizon', parameters: { letters: { minimum: 5, maximum: 10 } } }, 'letters: 5 to 10 is no range within 4 to 9.'],
    [{ family: 'verify', parameters: { places: { minimum: 6, maximum: 11 } } }, 'places: 6 to 11 is no range within 2 to 10.'],
    [{ family: 'verify', parameters: { glance: 6 } }, 'glance: 6 is not from 1 to less than the fewest places, 6.'],
    [{ family: 'route', parameters: { digits: { minimum: 0, maximum: 3 } } }, 'digits: 0 to 3 is no range within 1 to 20.'],
    [{ family: 'plain', parameters: { tags: 11 } }, 'tags: 11 is not from 0 to 10.'],
  ] as const)('%# %j', (settings, problem) => {
    expect(createFamily(settings)).toEqual({ kind: 'problems', problems: [problem] })
  })

  test('a noisy channel takes numbers of one digit', () => {
    const created = createFamily({
      family: 'robustness',
      parameters: { arithmetic: { range: 99 }, values: { minimum: 0, maximum: 12 } },
    })
    expect(created).toEqual({
      kind: 'problems',
      problems: ['values: a family with a disturbance has numbers of one digit, up to 9.'],
    })
  })

  test('none for the defaults', () => {
    for (const family of familyNames) expect(createFamily({ family }).kind).toBe('family')
  })
})
