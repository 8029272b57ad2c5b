import type { Graph } from '../../compiler/index.ts'
import type { CreditExecution } from '../credit/index.ts'
import { discardedCalls } from '../credit/index.ts'
import type { Execution } from '../rollout/index.ts'
import { mean } from '../statistics/index.ts'
import { DesignCompiler } from '../training/compile-design.ts'
import { addScore } from './add-score.ts'
import type { CreditProgram } from './credit-program.ts'
import { enumerateExecutions, requestName } from './enumerate-executions.ts'
import type { PossibleExecution } from './enumerate-executions.ts'
import { exactValues } from './exact-values.ts'
import type { ExactValue } from './exact-values.ts'
import { TabularPolicy } from './tabular-policy.ts'
import type { Context } from './tabular-policy.ts'

/** A call that has a row, with what the reply was exactly worth. */
export interface SolvedCall extends ExactValue {
  readonly context: Context
  /** Among the replies of the context. */
  readonly reply: number
}

/** One way that an execution can go, with the exact advantages of its calls. */
export interface SolvedExecution {
  readonly probability: number
  readonly execution: Execution
  /** What estimators see of it. */
  readonly credit: CreditExecution
  /** In the order of `credit.calls`. */
  readonly calls: readonly SolvedCall[]
}

export interface SolvedDesign {
  /** From 1. */
  readonly design: number
  readonly graph: Graph
  readonly executions: readonly SolvedExecution[]
  readonly expectedReward: number
}

/** A program of which everything is known. */
export interface SolvedProgram {
  readonly program: CreditProgram
  readonly policy: TabularPolicy
  readonly designs: readonly SolvedDesign[]
  /** J: the mean over designs of the expected reward. */
  readonly expectedReward: number
  /** The derivative of J by each logit of the policy. */
  readonly gradient: Float64Array
}

/**
 * Runs a program in every way it can go. Throws a RangeError where it does not compile, its table lacks a row, or a design can go in more
 * than `most` ways.
 */
export async function solveProgram(program: CreditProgram, most?: number): Promise<SolvedProgram> {
  const policy = new TabularPolicy(program.table)
  const compiler = new DesignCompiler()
  const found: { readonly design: number; readonly graph: Graph; readonly executions: readonly PossibleExecution[] }[] = []
  for (const [index, text] of program.designs.entries()) {
    const compiled = compiler.compile(text)
    if (compiled.kind === 'rejected') throw new RangeError(`${program.name}: ${compiled.diagnostics[0]?.message ?? ''}`)
    const { graph } = compiled
    found.push({ design: index + 1, graph, executions: await enumerateExecutions(program, index + 1, graph, policy, most) })
  }
  const gradient = new Float64Array(policy.parameters)
  for (const { executions } of found) addGradient(gradient, policy, executions, 1 / found.length)
  const designs = found.map(({ design, graph, executions }) => ({
    design,
    graph,
    executions: solved(design, graph, policy, executions),
    expectedReward: expectedReward(executions),
  }))
  return { program, policy, designs, expectedReward: mean(designs.map((design) => design.expectedReward)), gradient }
}

/** ∇E[R] = Σ over executions of p · R · Σ over draws of ∇ log π (the policy gradient theorem; Williams 1992). */
function addGradient(gradient: Float64Array, policy: TabularPolicy, executions: readonly PossibleExecution[], share: number): void {
  for (const { probability, reward, draws } of executions) {
    for (const { context, reply } of draws) addScore(gradient, policy.contextAt(context), reply, share * probability * reward)
  }
}

const expectedReward = (executions: readonly PossibleExecution[]): number =>
  executions.reduce((sum, { probability, reward }) => sum + probability * reward, 0)

function solved(design: number, graph: Graph, policy: TabularPolicy, executions: readonly PossibleExecution[]): readonly SolvedExecution[] {
  const values = exactValues(executions)
  return executions.map(({ probability, reward, draws, execution }, position) => {
    const byRequest = new Map(draws.map((draw, index) => [draw.request, { draw, value: values[position]?.[index] }]))
    const discarded = execution.trace === null ? new Set<string>() : discardedCalls(graph, execution.trace)
    const calls = execution.calls.map((record): SolvedCall => {
      const found = byRequest.get(requestName(record))
      if (found?.value === undefined) throw new Error(`a call of ${record.node} was never drawn`)
      return { ...found.value, context: policy.contextAt(found.draw.context), reply: found.draw.reply }
    })
    const credited = execution.calls.map(({ node, agent }) => ({ node, agent, influenced: !discarded.has(node) }))
    return { probability, execution, credit: { design, execution: 1, seed: execution.seed, reward, calls: credited }, calls }
  })
}
