import { expect, test } from 'vitest'
import { possibleBoundaries } from '../../../../../runtime/tools/python/boundary/possible-boundaries.ts'

const programs = { setpriv: '/usr/bin/setpriv', unshare: '/usr/bin/unshare', prlimit: '/usr/bin/prlimit' }
const told = (boundaries: ReturnType<typeof possibleBoundaries>) => boundaries.map((boundary) => boundary.holds.join(' '))

test('the strongest comes first', () => {
  expect(told(possibleBoundaries(programs, true))).toEqual([
    'network processes limits user lifetime',
    'network processes limits lifetime',
    'network processes limits user lifetime',
    'network processes limits lifetime',
    'limits user lifetime',
    'limits lifetime',
  ])
  expect(told(possibleBoundaries(programs, false))).toEqual([
    'network processes limits lifetime',
    'network processes limits lifetime',
    'limits lifetime',
  ])
})

test.each([
  [{ ...programs, unshare: null }, ['limits lifetime']],
  [{ ...programs, setpriv: null, unshare: null }, ['limits']],
  [{ setpriv: null, unshare: null, prlimit: null }, ['']],
])('a program that is missing is not used: %j', (some, holds) => {
  const boundaries = possibleBoundaries(some, false)
  expect(told(boundaries)).toEqual(holds)
  expect(JSON.stringify(boundaries)).not.toContain('null')
})

test('outside a namespace, the processes of an ordinary user are not counted: they have others', () => {
  const [, , plain] = possibleBoundaries(programs, false)
  expect(plain?.wrapper.join(' ')).not.toContain('nproc')
})

test('an ordinary user enters a user namespace first', () => {
  expect(possibleBoundaries(programs, false)[0]?.wrapper.slice(0, 4)).toEqual([
    '/usr/bin/unshare',
    '--user',
    '--map-root-user',
    '--',
  ])
})
