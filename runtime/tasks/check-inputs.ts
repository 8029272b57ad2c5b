import { typeText } from '../../compiler/types/index.ts'
import type { GraphParameter, Value } from '../../compiler/index.ts'
import { nameHint } from '../configuration/name-hint.ts'
import { validateValue } from '../values/validate-value.ts'

export type CheckedInputs =
  | { readonly kind: 'ok'; readonly inputs: Readonly<Record<string, Value>> }
  /** One text per input that is missing, unknown or of another type. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** Fits values to a workflow's parameters; an optional parameter that is left out is `none`. */
export function checkInputs(parameters: readonly Pick<GraphParameter, 'name' | 'type'>[], given: ReadonlyMap<string, unknown>): CheckedInputs {
  const names = parameters.map((parameter) => parameter.name)
  const problems = [...given.keys()]
    .filter((name) => !names.includes(name))
    .map((name) => `there is no input "${name}".${names.length === 0 ? ' The workflow takes none.' : nameHint(name, names)}`)
  const inputs: [string, Value][] = []
  for (const { name, type } of parameters) {
    if (!given.has(name) && type.kind !== 'optional') {
      problems.push(`the input "${name}" (${typeText(type)}) is missing`)
      continue
    }
    const validated = validateValue(type, given.get(name))
    if (validated.kind === 'ok') inputs.push([name, validated.value])
    else
      problems.push(...validated.problems.map((problem) => `the input "${name}${pathSuffix(problem.path)}": ${problem.message}`))
  }
  return problems.length === 0 ? { kind: 'ok', inputs: Object.fromEntries(inputs) } : { kind: 'error', problems }
}

const pathSuffix = (path: string): string => (path === '' || path.startsWith('[') ? path : `.${path}`)
