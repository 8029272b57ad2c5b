import { isImpureBlock } from '../graph/index.ts'
import type { Graph } from '../graph/index.ts'
import { checkProgram } from '../check/index.ts'
import type { AgentSymbol, CheckedModule, DeclaredSymbol, ToolSymbol, WorkflowSymbol } from '../check/index.ts'
import { compileProgram } from '../compile/index.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { statementsMessages } from '../diagnostics/statements-messages.ts'
import { createMemoryReader } from '../modules/index.ts'
import { typeText } from '../types/index.ts'
import type { Callee, Constructs, DerivationSpecification, Limits } from './specification.ts'

/** A specification in the language's own words. */
export interface SpecificationRequest {
  /** Declarations in `.mas` text; what it imports comes from the library. */
  readonly preamble: string
  /** The workflow up to its body: `main(question: string) -> string`. */
  readonly workflow: string
  readonly constructs: Constructs
  readonly limits: Limits
}

export type Specified =
  | { readonly kind: 'specification'; readonly specification: DerivationSpecification }
  /** The preamble or the workflow's head is wrong. */
  | { readonly kind: 'mistakes'; readonly diagnostics: readonly Diagnostic[] }

const path = 'design.mas'

/**
 * Works out what the declarations offer: every agent, tool and workflow that takes and gives values can be called, at the cost
 * that the compiler computes for it.
 */
export function specify({ preamble, workflow, constructs, limits }: SpecificationRequest): Specified {
  const head = `${preamble.trimEnd()}\n\nworkflow ${workflow} {\n}\n`
  const { program, diagnostics } = checkProgram(path, createMemoryReader(new Map([[path, head]])))
  const mistakes = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== statementsMessages.returnMissing.code,
  )
  const written = program?.entry.file.declarations.at(-1)
  if (program === null || mistakes.length > 0 || written?.kind !== 'workflow') return { kind: 'mistakes', diagnostics: mistakes }
  const symbol = program.entry.scope.get(written.name.text)
  if (symbol?.kind !== 'workflow') throw new Error('a checked workflow has a symbol')
  const { name, parameters, result } = symbol
  const callees = calleesOf(program.entry, preamble, name)
  return {
    kind: 'specification',
    specification: { preamble, callees, workflow: { name, parameters, result }, constructs, limits },
  }
}

type Callable = AgentSymbol | ToolSymbol | WorkflowSymbol

/** A workflow per declaration that does nothing but call it: its graph says what the call costs. */
function calleesOf({ scope }: CheckedModule, preamble: string, except: string): readonly Callee[] {
  const callable = [...scope.values()].filter(isCallable).filter(({ name }) => name !== except)
  const calls = callable.map((symbol, position) => {
    const taken = symbol.parameters.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')
    const given = symbol.parameters.map(({ name }) => name).join(', ')
    return `workflow derived_call_${position}(${taken}) -> ${typeText(symbol.result)} {\n  return ${symbol.name}(${given})\n}\n`
  })
  const source = `${preamble.trimEnd()}\n\n${calls.join('\n')}`
  const { workflows } = compileProgram(path, createMemoryReader(new Map([[path, source]])))
  return callable.flatMap((symbol, position) => {
    const compiled = workflows.find(({ name }) => name === `derived_call_${position}`)?.compiled
    return compiled?.kind === 'graph' ? [calleeOf(symbol, compiled.graph)] : []
  })
}

const isCallable = (symbol: DeclaredSymbol): symbol is Callable =>
  symbol.kind === 'agent' || symbol.kind === 'tool' || (symbol.kind === 'workflow' && takesValues(symbol))

const takesValues = ({ typeParameters, parameters }: WorkflowSymbol): boolean =>
  typeParameters.length === 0 && parameters.every((parameter) => !parameter.static && parameter.type.kind !== 'agent')

const calleeOf = ({ kind, name, parameters, result }: Callable, { bounds, body, tools }: Graph): Callee => ({
  kind,
  name,
  parameters: parameters.map((parameter) => ({ name: parameter.name, type: parameter.type })),
  result,
  bounds,
  ordered: isImpureBlock(body, tools),
})
