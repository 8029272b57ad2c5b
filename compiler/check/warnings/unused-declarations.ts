import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { DeclaredModule } from '../../names/declare-module.ts'

/** Imports and types that nothing names; agents too, in the entry file, where nobody else can call them. */
export function warnUnusedDeclarations({ loaded, names }: DeclaredModule, isEntry: boolean): void {
  const unused = (name: string): boolean => !names.wasUsed(name)
  for (const { names: imported } of loaded.file.imports) {
    for (const { text, range } of imported) if (unused(text)) names.report(warningsMessages.unusedImport, { name: text }, range)
  }
  for (const { kind, name, exported } of loaded.file.declarations) {
    if (exported || !unused(name.text)) continue
    if (kind === 'type' || kind === 'enum') names.report(warningsMessages.unusedType, { name: name.text }, name.range)
    if (kind === 'agent' && isEntry) names.report(warningsMessages.agentNeverCalled, { name: name.text }, name.range)
  }
}
