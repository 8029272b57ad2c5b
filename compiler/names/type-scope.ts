import type { ModuleNames } from './module-names.ts'

/** What names in a type may stand for, besides the file's own. */
export interface TypeScope {
  readonly names: ModuleNames
  readonly typeParameters: ReadonlySet<string>
  /** `static` parameters, which may stand as list sizes. */
  readonly statics: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/** The scope of types outside workflows. */
export const topLevelTypeScope = (names: ModuleNames): TypeScope => ({ names, typeParameters: nothing, statics: nothing })
