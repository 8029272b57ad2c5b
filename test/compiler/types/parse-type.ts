import type { Type } from '../../../compiler/types/index.ts'
import { checkSource } from '../check/findings.ts'

/** The type that the text means inside a workflow with `T`, `U`, static `n`, `m`, and enums `Verdict`, `Other`. */
export function parseType(text: string): Type {
  const { program, diagnostics } = checkSource(`
    export enum Verdict { correct, wrong }
    export enum Other { correct, wrong }
    export workflow w<T, U>(t: T, u: U, given: ${text}, static n: int, static m: int) -> T { return t }`)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const workflow = program?.entry.scope.get('w')
  const type = workflow?.kind === 'workflow' ? workflow.parameters[2]?.type : undefined
  if (type === undefined || errors.length > 0) throw new Error(`${text}: ${errors.map(({ message }) => message).join(' ')}`)
  return type
}
