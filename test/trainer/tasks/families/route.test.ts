import { expect, test } from 'vitest'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { routeFamily } from '../../../../trainer/tasks/index.ts'

const family = routeFamily()

test.each([
  ['x', 'x3142', '3'],
  ['y', 'y3142', '2'],
  ['z', 'z3142', '4'],
  ['answer', 'z3142', '4'],
  ['answer', '?3143', '3'],
  ['answer', '?3142', '3'],
  ['x', '?', null],
  ['sign', 'y3142', 'y'],
  ['sign', '?3142', null],
  ['reduce', 'x3142', null],
  ['answer', '3142', null],
])('%s replies to %s with %s', (role, expression, reply) => {
  expect(family.reply(role, { expression })).toBe(reply)
})

test.each([
  ['x', 'x3142'],
  ['y', '?'],
  ['z', '?'],
  ['answer', '?3142'],
  ['sign', 'x3142'],
])('the role %s sees %s of x3142', (role, seen) => {
  expect(family.perceive('x3142', randomStream(1), { role, inputs: {} })).toBe(seen)
})

test('texts of other families come through as they are', () => {
  expect(family.perceive('3+4', randomStream(1), { role: 'answer', inputs: {} })).toBe('3+4')
})

test('each difficulty is a kind, and nobody is taught another kind than its own', () => {
  for (const [difficulty, sign] of [[1, 'x'], [2, 'y'], [3, 'z']] as const) {
    const task = family.generate(randomStream(difficulty), difficulty)
    expect(String(task.input['expression'])).toMatch(new RegExp(`^${sign}[0-9]{3,5}$`))
    for (const role of ['x', 'y', 'z']) {
      const shown = family.show?.(task, role, randomStream(1))
      expect(shown).toEqual(role === sign ? { role, inputs: task.input, output: task.expected, isGuess: false } : null)
    }
    expect(family.show?.(task, 'sign', randomStream(1))).toMatchObject({ inputs: task.input, output: sign })
    expect(family.show?.(task, 'answer', randomStream(1))).toMatchObject({ output: task.expected, isGuess: true })
  }
})
