import { expect, test } from 'vitest'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { slip } from '../../../trainer/tasks/slip.ts'

test('one digit becomes another one in range, each place and each digit in turn', () => {
  const random = randomStream(1, 'slips')
  const seen = new Set(Array.from({ length: 400 }, () => slip('1+(2*0)', 2, random)))
  expect([...seen].sort()).toEqual(['0+(2*0)', '1+(0*0)', '1+(1*0)', '1+(2*1)', '1+(2*2)', '2+(2*0)'])
})

test('a digit out of range comes back into it', () => {
  const random = randomStream(1, 'slips')
  for (let draw = 0; draw < 50; draw += 1) expect(slip('9', 1, random)).toMatch(/^[01]$/)
})

test('a text without a digit, or without another digit to take, stays', () => {
  const random = randomStream(1, 'slips')
  expect(slip('()', 4, random)).toBe('()')
  expect(slip('', 4, random)).toBe('')
  expect(slip('0', 0, random)).toBe('0')
})
