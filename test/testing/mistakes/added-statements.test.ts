import { expect, test } from 'vitest'
import { plantedAt } from './planted-at.ts'

test('a statement is added before every other one, those in blocks and in an each among them', () => {
  expect(plantedAt('an unused value', 'x = each y in [task] { z = y yield z }\nif true { return x[0] } else { return "" }')).toHaveLength(5)
})

test('nothing is added before an else if, which has no braces of its own', () => {
  const chained = 'if true { return "a" } else if false { return "b" } else { return "c" }'
  expect(plantedAt('an unused value', chained)).toHaveLength(4)
  expect(plantedAt('an unused value', chained.replace('else if false { return "b" } else { return "c" }', 'else { if false { return "b" } else { return "c" } }'))).toHaveLength(5)
})

test('statements of several lines stand below one another', () => {
  expect(plantedAt('+=', '  return task')).toEqual(['planted = 1 | planted «+=» 1'])
})
