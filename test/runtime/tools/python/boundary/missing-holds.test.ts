import { expect, test } from 'vitest'
import { everyHold, missingHolds, noBoundary } from '../../../../../runtime/tools/python/boundary/index.ts'

test('what is missing is told in words, and nothing where nothing is', () => {
  expect(missingHolds({ wrapper: [], holds: everyHold })).toBeNull()
  expect(missingHolds({ wrapper: [], holds: ['network', 'processes', 'limits'] })).toBe(
    'a user of its own; an end where mas is killed',
  )
  expect(missingHolds(noBoundary)?.split('; ')).toHaveLength(everyHold.length)
})
