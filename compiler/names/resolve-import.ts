import type { Name } from '../../grammar/index.ts'
import type { DeclaredSymbol } from '../check/checked-program.ts'
import { importsMessages } from '../diagnostics/imports-messages.ts'
import { didYouMean, nearestName } from '../diagnostics/nearest-name.ts'
import type { Report } from '../diagnostics/reporter.ts'
import { misspeltName } from '../fixes/misspelt-name.ts'
import type { LoadedModule } from '../modules/load-modules.ts'

/** A file that is imported from, with its symbols. */
export interface ImportedModule {
  readonly loaded: LoadedModule
  /** Its own declarations, by name. */
  readonly symbols: ReadonlyMap<string, DeclaredSymbol>
}

/** The file that imports. */
export interface ImportingModule {
  readonly source: string
  readonly report: Report
}

/**
 * The symbol that an imported name stands for; `silent` where it has none, which has then been reported. `misspelt` is told
 * the name that was probably meant: its uses are no second mistake.
 */
export function resolveImport(
  name: Name,
  from: ImportedModule,
  { source, report }: ImportingModule,
  misspelt: (meant: string) => void,
): DeclaredSymbol | 'silent' {
  const { loaded, symbols } = from
  const declaration = loaded.file.declarations.find((candidate) => candidate.name.text === name.text)
  if (declaration !== undefined && declaration.exported) return symbols.get(name.text) ?? 'silent'
  const place = { name: name.text, file: loaded.path }
  if (declaration !== undefined) {
    const hint = loaded.path.startsWith('std/') ? null : `Write \`export ${declaration.kind} ${name.text}\` there.`
    const related = [{ file: loaded.path, range: declaration.name.range, message: `\`${name.text}\` is declared here.` }]
    report(importsMessages.notExported, { ...place, hint }, name.range, { related })
    return 'silent'
  }
  if (loaded.skippedNames.has(name.text)) return 'silent'
  const exported = loaded.file.declarations.filter((candidate) => candidate.exported).map((candidate) => candidate.name.text)
  const list = exported.map((candidate) => `\`${candidate}\``).join(', ')
  const meant = nearestName(name.text, exported)
  if (meant !== null) misspelt(meant)
  const hint = didYouMean(name.text, exported) ?? (exported.length === 0 ? 'It exports nothing.' : `It exports ${list}.`)
  const isUsed = source.split(new RegExp(`\\b${name.text}\\b`)).length > 2
  const fix = isUsed ? null : misspeltName(name.text, name.range, exported)
  report(importsMessages.notInFile, { ...place, hint }, name.range, { fix })
  return 'silent'
}
