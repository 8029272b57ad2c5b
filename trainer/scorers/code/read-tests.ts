import type { Value } from '../../../compiler/index.ts'
import type { CodeTest } from './code-test.ts'

export type ReadTests = { readonly kind: 'ok'; readonly tests: readonly CodeTest[] } | { readonly kind: 'error'; readonly message: string }

const mostTests = 1_000

/** Reads the tests of a task. */
export function readTests(given: Value): ReadTests {
  if (!Array.isArray(given) || given.length === 0) return wrong('"tests" is a list with at least one test')
  if (given.length > mostTests) return wrong(`"tests" has ${given.length} tests; there may be ${mostTests}`)
  const tests = (given as readonly Value[]).map(readTest)
  const position = tests.findIndex((test) => typeof test === 'string')
  if (position >= 0) return wrong(`tests[${position}] ${String(tests[position])}`)
  return { kind: 'ok', tests: tests.filter((test) => typeof test !== 'string') }
}

const wrong = (message: string): ReadTests => ({ kind: 'error', message })

const forms = 'is {"call": "name", "arguments": […], "returns": …}, {"stdin": "…", "stdout": "…"}, or {"assert": "assert …"}'

function readTest(given: Value): CodeTest | string {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return forms
  const { call, arguments: inputs, returns, stdin, stdout, assert } = given as Readonly<Record<string, Value>>
  const names = Object.keys(given).sort().join(' ')
  if (names === 'arguments call returns' && typeof call === 'string' && Array.isArray(inputs) && returns !== undefined) {
    if (!/^[A-Za-z_]\w*$/.test(call)) return `calls ${JSON.stringify(call)}, which is no name of a function`
    if (holdsLargeInteger(returns)) return 'returns a number beyond 2^53: write it as a text of digits'
    return { kind: 'call', call, arguments: inputs as readonly Value[], returns }
  }
  if (names === 'stdin stdout' && typeof stdin === 'string' && typeof stdout === 'string') return { kind: 'program', stdin, stdout }
  if (names === 'assert' && typeof assert === 'string') return { kind: 'assert', assert }
  return forms
}

/** JSON does not keep the digits of such a number, so that a near miss would be taken for it. */
function holdsLargeInteger(value: Value): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value)
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => holdsLargeInteger(part as Value))
}
