import type { Declaration } from '../../grammar/index.ts'
import type { AgentSymbol, DeclaredSymbol } from '../check/checked-program.ts'
import { declarationsMessages } from '../diagnostics/declarations-messages.ts'
import { typesMessages } from '../diagnostics/types-messages.ts'
import type { LoadedModule } from '../modules/load-modules.ts'
import { collectNames } from './collect-names.ts'
import type { Origin } from './collect-names.ts'
import { declareAgent, fillTools } from './declare-agent.ts'
import type { OpenAgentSymbol } from './declare-agent.ts'
import { declareTool } from './declare-tool.ts'
import { declareEnum, declareType } from './declare-type.ts'
import { declareWorkflow } from './declare-workflow.ts'
import type { Meaning, ModuleNames } from './module-names.ts'
import { resolveImport } from './resolve-import.ts'
import type { ImportedModule } from './resolve-import.ts'

/** The names of one file, all resolved. */
export interface DeclaredModule {
  readonly loaded: LoadedModule
  readonly names: ModuleNames
  /** What each top-level name means, imports included. */
  readonly scope: ReadonlyMap<string, DeclaredSymbol>
  /** Its own declarations that no earlier one hides. */
  readonly symbols: ReadonlyMap<string, DeclaredSymbol>
  /** The symbol of every declaration, hidden ones too. */
  readonly declared: ReadonlyMap<Declaration, DeclaredSymbol>
}

/** Resolves the top level of a file; `imported` gives the files it imports from, which are resolved already. */
export function declareModule(loaded: LoadedModule, imported: (path: string) => ImportedModule | undefined): DeclaredModule {
  const { path, reporter, file } = loaded
  const origins = collectNames(loaded)
  const made = new Map<Declaration, DeclaredSymbol | 'making' | 'impossible'>()
  const fromImports = new Map<string, Meaning>()
  const used = new Set<string>()
  const said = new Set<string>()
  const silent = new Set(loaded.skippedNames)

  const meaningOf = (origin: Origin): Meaning => {
    if (origin.kind === 'declaration') return symbolOf(origin.declaration) ?? 'silent'
    return fromImports.get(origin.name.text) ?? 'silent'
  }

  const names: ModuleNames = {
    path,
    report: reporter.report,
    lookUp(name) {
      used.add(name)
      return names.peek(name)
    },
    peek(name) {
      const origin = origins.get(name)
      if (origin !== undefined) return meaningOf(origin)
      return silent.has(name) ? 'silent' : null
    },
    kindOf(name) {
      const origin = origins.get(name)
      if (origin?.kind === 'declaration') return origin.declaration.kind
      const meaning = fromImports.get(name)
      return meaning === undefined || meaning === null || meaning === 'silent' ? null : meaning.kind
    },
    namesOf: (...kinds) => [...origins.keys()].filter((name) => kinds.some((kind) => names.kindOf(name) === kind)),
    placeOf: (name) => origins.get(name)?.name.range ?? null,
    firstTime(finding) {
      const isFirst = !said.has(finding)
      said.add(finding)
      return isFirst
    },
    wasUsed: (name) => used.has(name),
  }

  /** Makes the symbol on first use. */
  const symbolOf = (declaration: Declaration): DeclaredSymbol | null => {
    const known = made.get(declaration)
    if (known === 'making') reportCycle(declaration, names)
    if (known === 'making' || known === 'impossible') return null
    if (known !== undefined) return known
    if (loaded.damagedSignatures.has(declaration)) return null
    made.set(declaration, 'making')
    const symbol = declare(declaration, names)
    made.set(declaration, symbol ?? 'impossible')
    return symbol
  }

  const into = { source: loaded.source, report: reporter.report }
  for (const [declaration, target] of loaded.imports) {
    const from = target === null ? undefined : imported(target)
    for (const name of declaration.names) {
      const meaning = from === undefined ? 'silent' : resolveImport(name, from, into, (meant) => silent.add(meant))
      if (origins.get(name.text)?.name === name) fromImports.set(name.text, meaning)
    }
  }

  const declared = new Map<Declaration, DeclaredSymbol>()
  for (const declaration of file.declarations) {
    const symbol = symbolOf(declaration)
    if (symbol !== null) declared.set(declaration, symbol)
  }
  fillAllTools([...declared.values()], names)

  const scope = new Map<string, DeclaredSymbol>()
  const symbols = new Map<string, DeclaredSymbol>()
  for (const [name, origin] of origins) {
    const meaning = origin.kind === 'import' ? fromImports.get(name) : declared.get(origin.declaration)
    if (meaning === undefined || meaning === null || meaning === 'silent') continue
    scope.set(name, meaning)
    if (origin.kind === 'declaration') symbols.set(name, meaning)
  }
  return { loaded, names, scope, symbols, declared }
}

function declare(declaration: Declaration, names: ModuleNames): DeclaredSymbol | null {
  switch (declaration.kind) {
    case 'type':
      return declareType(declaration, names)
    case 'enum':
      return declareEnum(declaration, names)
    case 'tool':
      return declareTool(declaration, names)
    case 'agent':
      return declareAgent(declaration, names)
    case 'workflow':
      return declareWorkflow(declaration, names)
  }
}

function reportCycle({ kind, name }: Declaration, names: ModuleNames): void {
  if (kind === 'type') names.report(typesMessages.recursiveType, { name: name.text }, name.range)
  if (kind === 'agent') names.report(declarationsMessages.copyCycle, { name: name.text }, name.range)
}

/** Originals before their copies, which start from the original's tools. */
function fillAllTools(symbols: readonly DeclaredSymbol[], names: ModuleNames): void {
  const own = new Set(symbols.filter((symbol): symbol is OpenAgentSymbol => symbol.kind === 'agent'))
  const filled = new Set<AgentSymbol>()
  const fill = (agent: OpenAgentSymbol): void => {
    if (filled.has(agent)) return
    filled.add(agent)
    for (const original of own) if (original === agent.copies[0]) fill(original)
    fillTools(agent, names)
  }
  for (const agent of own) fill(agent)
}
