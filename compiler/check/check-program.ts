import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { loadModules } from '../modules/load-modules.ts'
import type { ModuleReader } from '../modules/module-reader.ts'
import { declareModule } from '../names/declare-module.ts'
import type { DeclaredModule } from '../names/declare-module.ts'
import { checkModule } from './check-module.ts'
import type { CheckedModule, CheckedProgram } from './checked-program.ts'

export interface CheckResult {
  /** Complete where no diagnostic is an error; `null` only where the entry file could not be read. */
  readonly program: CheckedProgram | null
  /** Of every file reached: the entry file's first, then by path; in one file by position. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Checks a file and everything it imports. Mistakes in scripts are diagnostics, never exceptions; files come through
 * `reader` alone.
 */
export function checkProgram(entryPath: string, reader: ModuleReader): CheckResult {
  const { modules, entry, entryReporter } = loadModules(entryPath, reader)
  if (entry === null) return { program: null, diagnostics: entryReporter.diagnostics() }
  const declared = new Map<string, DeclaredModule>()
  const checked = new Map<string, CheckedModule>()
  for (const [path, loaded] of modules) {
    const module = declareModule(loaded, (target) => declared.get(target))
    declared.set(path, module)
    checked.set(path, checkModule(module, loaded === entry))
  }
  const entryModule = checked.get(entry.path)
  const diagnostics = [...modules.values()].flatMap((loaded) => loaded.reporter.diagnostics())
  return {
    program: entryModule === undefined ? null : { entry: entryModule, modules: checked },
    diagnostics: diagnostics.sort(byPlace(entry.path)),
  }
}

const byPlace = (entry: string) => (left: Diagnostic, right: Diagnostic): number => {
  if (left.file !== right.file) {
    if (left.file === entry || right.file === entry) return left.file === entry ? -1 : 1
    return left.file < right.file ? -1 : 1
  }
  return left.range.start - right.range.start || left.range.end - right.range.end
}
