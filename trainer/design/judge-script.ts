import { compileProgram, createMemoryReader, formatScript, hasErrors } from '../../compiler/index.ts'
import type { Bounds, CompiledFile, Diagnostic, Graph } from '../../compiler/index.ts'
import { signatureOf } from './signature.ts'
import type { Signature } from './signature.ts'

/** What a design may cost at most; a measure that is left out has no limit. */
export type DesignBudget = Partial<Bounds>

export interface Requirements {
  readonly signature: Signature
  readonly budget: DesignBudget
  /** Sources of tools that can be had where the design is to run, such as `std:calculator`. */
  readonly tools: ReadonlySet<string>
  /** How a script declares those of them that are known with their types. */
  readonly declarations?: readonly string[]
}

export type Judgement =
  | { readonly kind: 'fits'; readonly script: string; readonly graph: Graph; readonly compiled: CompiledFile }
  /** What is wrong, in words for a model, and the compiler's findings among it. */
  | { readonly kind: 'problems'; readonly problems: readonly string[]; readonly diagnostics: readonly Diagnostic[] }

export const DESIGN_FILE = 'design.mas'

/** Compiles a script and holds it to what is required; what fits is in canonical layout. It can import the library only. */
export function judgeScript(source: string, requirements: Requirements): Judgement {
  const compiled = compile(source)
  if (hasErrors(compiled)) {
    const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error')
    return { kind: 'problems', problems: errors.map((diagnostic) => explained(diagnostic, compiled)), diagnostics: errors }
  }
  const main = compiled.workflows.find(({ name }) => name === 'main')?.compiled
  if (main?.kind !== 'graph') return { kind: 'problems', problems: ['There is no `workflow main`.'], diagnostics: [] }
  const problems = shortcomings(main.graph, requirements)
  if (problems.length > 0) return { kind: 'problems', problems, diagnostics: [] }
  const formatted = formatScript(DESIGN_FILE, source)
  if (formatted.kind === 'errors') throw new Error('what compiles can be formatted')
  const laidOut = compile(formatted.text)
  const graph = laidOut.workflows.find(({ name }) => name === 'main')?.compiled
  if (graph?.kind !== 'graph') throw new Error('what compiles still does when it is formatted')
  return { kind: 'fits', script: formatted.text, graph: graph.graph, compiled: laidOut }
}

const compile = (source: string): CompiledFile => compileProgram(DESIGN_FILE, createMemoryReader(new Map([[DESIGN_FILE, source]])))

function shortcomings(graph: Graph, { signature, budget, tools }: Requirements): readonly string[] {
  const found = signatureOf(graph)
  const problems = found.text === signature.text ? [] : [`\`main\` must be \`workflow main${signature.text}\`, not \`main${found.text}\`.`]
  for (const measure of ['calls', 'tool_calls', 'tokens', 'depth'] as const) {
    const limit = budget[measure]
    if (limit !== undefined && graph.bounds[measure] > limit) {
      problems.push(`It may cost ${graph.bounds[measure]} ${measure} at most; the budget is ${limit}. Use fewer or smaller loops, samples or settings.`)
    }
  }
  for (const { name, from } of Object.values(graph.tools)) {
    if (tools.has(from)) continue
    const there = tools.size === 0 ? 'there are no tools' : `there is ${[...tools].sort().map((tool) => `"${tool}"`).join(', ')}`
    problems.push(`The tool \`${name}\` from "${from}" cannot be had here; ${there}.`)
  }
  return problems
}

/** A diagnostic with its line, as a compiler shows it. */
function explained({ file, range, code, message, hint }: Diagnostic, { sources }: CompiledFile): string {
  const source = sources.get(file) ?? ''
  const before = source.slice(0, range.start)
  const line = before.split('\n').length
  const column = range.start - (before.lastIndexOf('\n') + 1)
  const text = source.split('\n')[line - 1] ?? ''
  const remedy = hint === undefined ? '' : ` ${hint}`
  return `Line ${line}, column ${column + 1}: ${code}: ${message}${remedy}\n  ${text.trimEnd()}\n  ${' '.repeat(column)}^`
}
