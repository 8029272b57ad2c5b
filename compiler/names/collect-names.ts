import type { Declaration, ImportDeclaration, Name } from '../../grammar/index.ts'
import { builtins } from '../builtins/index.ts'
import { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import type { LoadedModule } from '../modules/load-modules.ts'
import { basicTypes } from '../types/index.ts'

/** Where a top-level name comes from. */
export type Origin =
  | { readonly kind: 'import'; readonly name: Name; readonly declaration: ImportDeclaration }
  | { readonly kind: 'declaration'; readonly name: Name; readonly declaration: Declaration }

/** Every top-level name of a file; of two with one name the first wins, and the other is reported. */
export function collectNames(module: LoadedModule): ReadonlyMap<string, Origin> {
  const { reporter, file } = module
  const origins = new Map<string, Origin>()
  const add = (origin: Origin): void => {
    const { text, range } = origin.name
    const first = origins.get(text)
    if (first === undefined) {
      origins.set(text, origin)
      return
    }
    const related = [{ file: module.path, range: first.name.range, message: `\`${text}\` is declared here.` }]
    reporter.report(duplicatesMessages.duplicateDeclaration, { name: text }, range, { related })
  }
  for (const declaration of file.imports) {
    for (const name of declaration.names) add({ kind: 'import', name, declaration })
  }
  for (const declaration of file.declarations) {
    add({ kind: 'declaration', name: declaration.name, declaration })
    checkTakenName(module, declaration)
  }
  return origins
}

/** Words of the language that a declaration may not take: types take no type's name, what can be called no builtin's. */
function checkTakenName({ reporter }: LoadedModule, { kind, name }: Declaration): void {
  const isType = kind === 'type' || kind === 'enum'
  if (isType && basicTypes.has(name.text)) {
    reporter.report(duplicatesMessages.basicTypeName, { name: name.text }, name.range)
  }
  if (!isType && builtins.has(name.text)) {
    reporter.report(duplicatesMessages.builtinName, { name: name.text }, name.range)
  }
}
