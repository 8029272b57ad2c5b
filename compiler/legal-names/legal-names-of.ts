import type { LegalNames } from '../../grammar/index.ts'
import { builtins } from '../builtins/index.ts'
import { checkProgram } from '../check/index.ts'
import type { CheckedModule, DeclaredSymbol, EnumSymbol, WorkflowSymbol } from '../check/index.ts'
import { compileProgram } from '../compile/index.ts'
import type { CompiledFile } from '../compile/index.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { statementsMessages } from '../diagnostics/statements-messages.ts'
import type { ModuleReader } from '../modules/index.ts'
import { printWorkflowHead } from '../print/index.ts'
import { basicTypes } from '../types/index.ts'

/** What came of a file: its names, unless it has errors. */
export interface NamedFile {
  readonly compiled: CompiledFile
  readonly names: LegalNames | null
}

/**
 * Works out what the workflow `main` of a file may name, where all other declarations stay as they are. A `main` that the file
 * has gives the head of the workflow; its body says nothing, and may lack its `return`.
 */
export function legalNamesOf(path: string, reader: ModuleReader): NamedFile {
  const { program } = checkProgram(path, reader)
  const all = compileProgram(path, reader)
  const main = program?.entry.scope.get('main')
  const own = main?.kind === 'workflow' && main.module === program?.entry.path ? main : null
  const compiled = { ...all, diagnostics: all.diagnostics.filter((diagnostic) => !isMissingReturn(diagnostic, own)) }
  const hasErrors = compiled.diagnostics.some(({ severity }) => severity === 'error')
  return { compiled, names: program === null || hasErrors ? null : namesIn(program.entry, own) }
}

function isMissingReturn({ code, file, range }: Diagnostic, main: WorkflowSymbol | null): boolean {
  if (main === null || code !== statementsMessages.returnMissing.code || file !== main.module) return false
  const { start, end } = main.declaration.range
  return range.start >= start && range.end <= end
}

function namesIn({ scope }: CheckedModule, main: WorkflowSymbol | null): LegalNames {
  const symbols = [...scope].filter(([, symbol]) => symbol !== main)
  const namesOf = (wanted: (symbol: DeclaredSymbol) => boolean): readonly string[] =>
    symbols.filter(([, symbol]) => wanted(symbol)).map(([name]) => name)
  return {
    declared: [...new Set([...scope.keys(), 'main'])],
    types: [...basicTypes.keys(), ...namesOf(({ kind }) => kind === 'type' || kind === 'enum')],
    enums: symbols.flatMap(([name, symbol]) => symbol.kind === 'enum' ? [{ name, members: membersOf(symbol) }] : []),
    callees: namesOf((symbol) => isCallable(symbol) && !takesAgents(symbol)),
    patterns: namesOf(takesAgents),
    agents: namesOf(isLikeAnAgent),
    builtins: [...builtins.keys()],
    head: main === null ? null : printWorkflowHead(main.declaration),
  }
}

const membersOf = ({ type }: EnumSymbol): readonly string[] => type.members

const isCallable = ({ kind }: DeclaredSymbol): boolean => kind === 'agent' || kind === 'tool' || kind === 'workflow'

const takesAgents = (symbol: DeclaredSymbol): boolean =>
  symbol.kind === 'workflow' && symbol.parameters.some(({ type }) => type.kind === 'agent')

/** An agent, or a workflow that can stand in for one: it takes values only, and no types. */
const isLikeAnAgent = (symbol: DeclaredSymbol): boolean => symbol.kind === 'agent' || (
  symbol.kind === 'workflow' && symbol.typeParameters.length === 0
  && symbol.parameters.every((parameter) => !parameter.static && parameter.type.kind !== 'agent')
)
