import type { Declaration, Range, WorkflowDeclaration } from '../../grammar/index.ts'
import type { AgentSymbol, CheckedProgram, ToolSymbol, WorkflowSymbol } from '../check/checked-program.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { errorLimit } from '../diagnostics/reporter.ts'
import { referencesOf } from './references.ts'
import type { PlacedCall } from './references.ts'

type Called = WorkflowSymbol | AgentSymbol | ToolSymbol

/**
 * Those workflows of which everything that they reach is free of errors, so that they can be lowered although other parts of
 * the program are broken; each one after those that it calls. An error outside workflows, agents and tools (a type, an import)
 * may touch anything, and so may errors that were not reported because there are too many. `circular` holds a declaration of
 * each circle.
 */
export function soundWorkflows(
  program: CheckedProgram,
  calls: ReadonlyMap<WorkflowDeclaration, readonly PlacedCall[]>,
  diagnostics: readonly Diagnostic[],
  circular: ReadonlySet<Declaration>,
  workflows: readonly WorkflowSymbol[],
): readonly WorkflowSymbol[] {
  const broken = brokenDeclarations(program, diagnostics)
  if (broken === null) return []
  const references = (symbol: Called) => referencesOf(symbol, calls)
  const reached = calledFirst(workflows, references)
  const callers = callersOf(reached, references)
  const unsound = new Set(
    reached.filter(({ declaration }) => broken.has(declaration) || circular.has(declaration) || declaration.damaged),
  )
  for (const symbol of unsound) for (const caller of callers.get(symbol) ?? []) unsound.add(caller)
  const asked = new Set<Called>(workflows)
  return reached.filter((symbol) => symbol.kind === 'workflow').filter((symbol) => asked.has(symbol) && !unsound.has(symbol))
}

/** The workflows, agents and tools that hold an error; `null` where an error is not known to stay inside one. */
function brokenDeclarations(program: CheckedProgram, diagnostics: readonly Diagnostic[]): ReadonlySet<Declaration> | null {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  const broken = new Set<Declaration>()
  const counts = new Map<string, number>()
  for (const { file, range } of errors) {
    const count = (counts.get(file) ?? 0) + 1
    counts.set(file, count)
    const home = program.modules.get(file)?.file.declarations.find((declaration) => contains(declaration.range, range))
    if (count >= errorLimit || home === undefined || home.kind === 'type' || home.kind === 'enum') return null
    broken.add(home)
  }
  return broken
}

/** The symbols and everything that they reach, each after what it refers to, but for circles. */
function calledFirst(start: readonly Called[], references: (symbol: Called) => readonly Called[]): readonly Called[] {
  const seen = new Set<Called>()
  const order: Called[] = []
  for (const root of start) {
    const open: { readonly symbol: Called; readonly rest: Iterator<Called> }[] = []
    const enter = (symbol: Called): void => {
      if (seen.has(symbol)) return
      seen.add(symbol)
      open.push({ symbol, rest: references(symbol).values() })
    }
    enter(root)
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.rest.next()
      if (next.done !== true) {
        enter(next.value)
        continue
      }
      order.push(top.symbol)
      open.pop()
    }
  }
  return order
}

function callersOf(
  symbols: readonly Called[],
  references: (symbol: Called) => readonly Called[],
): ReadonlyMap<Called, readonly Called[]> {
  const callers = new Map<Called, Called[]>()
  for (const symbol of symbols) {
    for (const called of references(symbol)) {
      const known = callers.get(called)
      if (known === undefined) callers.set(called, [symbol])
      else known.push(symbol)
    }
  }
  return callers
}

const contains = (outer: Range, inner: Range): boolean => inner.start >= outer.start && inner.end <= outer.end
