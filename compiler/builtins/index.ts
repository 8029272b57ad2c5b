import type { Builtin } from './builtin.ts'
import { choosingBuiltins } from './choosing.ts'
import { listBuiltins } from './lists.ts'
import { numberBuiltins } from './numbers.ts'
import { textBuiltins } from './texts.ts'

export type * from './builtin.ts'

/** Every builtin of the language, by name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [...choosingBuiltins, ...listBuiltins, ...numberBuiltins, ...textBuiltins].map((builtin) => [builtin.name, builtin]),
)
