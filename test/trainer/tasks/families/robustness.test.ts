import { expect, test } from 'vitest'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { defaultRobustness, disturb, robustnessFamily } from '../../../../trainer/tasks/index.ts'

const reader = { role: 'answer', inputs: {} }

/** Probabilities of a perfect reader's answers to `~0+0`, exactly: each digit stays, or becomes one of nine others. */
function readings(disturbance: number): readonly number[] {
  const digit = Array.from({ length: 10 }, (_, value) => (value === 0 ? 1 - disturbance : disturbance / 9))
  const answers = Array.from({ length: 10 }, () => 0)
  digit.forEach((left, a) => {
    digit.forEach((right, b) => {
      answers[(a + b) % 10] = (answers[(a + b) % 10] ?? 0) + left * right
    })
  })
  return answers
}

/** Probability that the first element of the largest group of `count` answers is right, over all sequences. */
function voteIsRight(answers: readonly number[], count: number): number {
  let right = 0
  const walk = (sequence: readonly number[], probability: number): void => {
    if (sequence.length === count) {
      const sizes = sequence.map((answer) => sequence.filter((other) => other === answer).length)
      if (sequence[sizes.indexOf(Math.max(...sizes))] === 0) right += probability
      return
    }
    answers.forEach((share, answer) => {
      walk([...sequence, answer], probability * share)
    })
  }
  walk([], 1)
  return right
}

test('one perfect reader and votes of three and five, by enumeration', () => {
  const answers = readings(defaultRobustness.disturbance)
  expect(answers.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12)
  expect(voteIsRight(answers, 1)).toBeCloseTo(0.6138, 4)
  expect(voteIsRight(answers, 3)).toBeCloseTo(0.7491, 4)
  expect(voteIsRight(answers, 5)).toBeCloseTo(0.8946, 4)
})

test('the family disturbs as the enumeration says', () => {
  const family = robustnessFamily()
  const random = randomStream(11, 'reader')
  let right = 0
  for (let call = 0; call < 20_000; call += 1) {
    const seen = family.perceive('~3+4', random, reader)
    if (family.reply('answer', { expression: seen }) === '7') right += 1
  }
  // Three standard deviations of 20,000 draws are 0.0103.
  expect(Math.abs(right / 20_000 - 0.6138)).toBeLessThan(0.0103)
})

test('only digits are disturbed, each into another digit', () => {
  expect(disturb('~3+4', 0, randomStream(1))).toBe('~3+4')
  for (let seed = 0; seed < 200; seed += 1) {
    const seen = disturb('~3+4', 1, randomStream(seed))
    expect(seen).toMatch(/^~[0-24-9]\+[0-35-9]$/)
  }
})

test('texts of other families come through as they are', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    expect(robustnessFamily().perceive('3+4', randomStream(seed), reader)).toBe('3+4')
    expect(robustnessFamily().perceive('~write 34', randomStream(seed), reader)).toBe('~write 34')
  }
})
