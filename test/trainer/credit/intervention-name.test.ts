import { expect, test } from 'vitest'
import { interventionName } from '../../../trainer/credit/index.ts'
import type { Intervention } from '../../../trainer/credit/index.ts'

test('equal interventions have equal names, others never', () => {
  const different: readonly Intervention[] = [
    { kind: 'resample', call: 0 },
    { kind: 'resample', call: 1 },
    { kind: 'continue', after: 0 },
    { kind: 'continue', after: 1 },
    { kind: 'coalition', nodes: new Set() },
    { kind: 'coalition', nodes: new Set(['main/a']) },
    { kind: 'coalition', nodes: new Set(['main/a', 'main/b']) },
  ]
  expect(new Set(different.map(interventionName)).size).toBe(different.length)
  expect(interventionName({ kind: 'coalition', nodes: new Set(['main/b', 'main/a']) })).toBe('coalition main/a main/b')
})
