import type { Value } from '../../../compiler/index.ts'
import type { Tolerances } from '../numeric-scorer.ts'
import type { CodeTest } from './code-test.ts'

/** Whether what came out of a process is what the test expects. The token is the one that only an assert's end says. */
export function judgeTest(test: CodeTest, printed: string, { token, ...tolerances }: Tolerances & { readonly token: string }): boolean {
  switch (test.kind) {
    case 'call': {
      const returned = parsed(printed)
      return returned !== undefined && isEqual(returned, test.returns, tolerances)
    }
    case 'program':
      return withoutTrailingSpace(printed) === withoutTrailingSpace(test.stdout)
    case 'assert':
      return printed === token
  }
}

function parsed(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value
  } catch {
    return undefined
  }
}

/** White space at the ends of lines, and empty lines at the end, do not count. */
const withoutTrailingSpace = (text: string): string =>
  text
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()

function isEqual(found: Value, wanted: Value, tolerances: Tolerances): boolean {
  if (typeof found === 'number' && typeof wanted === 'number') {
    const allowed = Math.max(tolerances.tolerance, tolerances.relativeTolerance * Math.abs(wanted))
    return found === wanted || (allowed > 0 && Math.abs(found - wanted) <= allowed)
  }
  if (typeof found !== 'object' || typeof wanted !== 'object' || found === null || wanted === null) return found === wanted
  if (Array.isArray(found) !== Array.isArray(wanted)) return false
  const [parts, others] = [entriesOf(found), entriesOf(wanted)]
  return parts.size === others.size && [...parts].every(([name, part]) => {
    const other = others.get(name)
    return other !== undefined && isEqual(part, other, tolerances)
  })
}

const entriesOf = (value: object): ReadonlyMap<string, Value> => new Map(Object.entries(value) as readonly [string, Value][])
