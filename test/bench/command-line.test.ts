import { expect, test } from 'vitest'
import type { Bench } from './benches.ts'
import { benches as allBenches } from './benches.ts'
import { readCommandLine } from './command-line.ts'

const run = () => ({ method: [], rows: [], skipped: [], goals: [] })
const bench = (name: string): Bench => ({ name, about: `about ${name}`, load: () => Promise.resolve({ run }) })
const benches = [bench('check'), bench('large-file')]

test.each([
  [['check'], 'check', false],
  [['large-file', '--json'], 'large-file', true],
  [['--json', 'check'], 'check', true],
])('%j', (words, name, json) => {
  expect(readCommandLine(words, benches)).toMatchObject({ kind: 'run', bench: { name }, json })
})

test.each([
  [[], 'which benchmark?'],
  [['--json'], 'which benchmark?'],
  [['chek'], 'there is no benchmark `chek`.'],
  [['check', 'large-file'], 'one benchmark at a time.'],
  [['check', '--fast'], "Unknown option '--fast'"],
])('%j is answered with the list', (words, problem) => {
  const command = readCommandLine(words, benches)
  expect(command.kind).toBe('usage')
  if (command.kind !== 'usage') return
  expect(command.message).toContain(problem)
  expect(command.message).toContain(`usage: npm run bench -- NAME [--json]
  check       about check
  large-file  about large-file
`)
})

test('no two benchmarks have one name', () => {
  expect(new Set(allBenches.map(({ name }) => name)).size).toBe(allBenches.length)
})
