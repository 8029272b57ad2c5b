import type { Value } from '../../compiler/index.ts'
import type { Failure } from '../values/failure.ts'
import type { Builtin } from './builtin.ts'
import { choosing } from './choosing.ts'
import { converting } from './converting.ts'
import { filtering } from './filtering.ts'
import { measuring } from './measuring.ts'
import { shaping } from './shaping.ts'
import { splitting } from './splitting.ts'
import { texts } from './texts.ts'

/** Every builtin by name. A map, so that no name reaches a prototype. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [choosing, filtering, shaping, measuring, converting, splitting, texts].flatMap((family) => Object.entries(family)),
)

/** Calls a builtin that the checker knows. */
export function callBuiltin(name: string, inputs: readonly Value[], selector: string | null): Value | Failure {
  const builtin = builtins.get(name)
  if (builtin === undefined) throw new Error(`there is no builtin ${name}`)
  return builtin(inputs, selector)
}
