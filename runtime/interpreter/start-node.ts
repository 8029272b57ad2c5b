import type { Node } from '../../compiler/graph/index.ts'
import { callAgent } from '../agent/call-agent.ts'
import { definitionOf } from '../agent/offered-tools.ts'
import { callTool } from '../tools/call-tool.ts'
import { evaluate, evaluateAll } from '../values/evaluate.ts'
import { expectBoolean } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import { recordOf } from '../values/record.ts'
import type { Activity } from './activity.ts'
import type { NodePlan } from './block-plan.ts'
import { startBranch, startLazy, startOtherwise } from './branches.ts'
import { CallRun } from './call-run.ts'
import { startEach, startSample } from './iterations.ts'
import type { Frame } from './frame.ts'
import { startFor, startRepeat } from './loop-run.ts'
import { failedAt, nothing, one } from './outcome.ts'
import type { Finish, Outcome } from './outcome.ts'
import type { Run } from './run.ts'

/** What regions are started with. */
export interface NodeStart {
  readonly run: Run
  readonly plan: NodePlan
  readonly frame: Frame
  /** The node's instance name. */
  readonly name: string
  /** Called from a task, once, where starting gave an activity. */
  readonly finish: Finish
}

/** Starts a node whose values are there: its outcome, where it takes no time, or what is now under way. */
export function startNode(run: Run, plan: NodePlan, frame: Frame, name: string, finish: Finish): Outcome | Activity {
  const { node } = plan
  switch (node.kind) {
    case 'compute': {
      const value = evaluate(node.expression, frame.scope)
      return value instanceof Failure ? failedAt(name, value) : one(value)
    }
    case 'assert': {
      const condition = evaluate(node.condition, frame.scope)
      if (condition instanceof Failure) return failedAt(name, condition)
      if (expectBoolean(condition)) return nothing
      const message = node.message === null ? 'The assertion does not hold.' : evaluate(node.message, frame.scope)
      return failedAt(name, message instanceof Failure ? message : new Failure('assert_failed', String(message)))
    }
    case 'stop': {
      const condition = evaluate(node.condition, frame.scope)
      if (condition instanceof Failure) return failedAt(name, condition)
      return expectBoolean(condition) ? { kind: 'stopped', carried: [] } : nothing
    }
    case 'agent': {
      const inputs = evaluateAll(node.arguments, frame.scope)
      if (inputs instanceof Failure) return failedAt(name, inputs)
      const budgets = node.budgets.length === 0 ? [] : node.budgets.flatMap((budget) => frame.accounts.get(budget) ?? [])
      return new CallRun(run, name, finish, (signal) =>
        callAgent(run.calls, { agent: node.agent, inputs, node: name, budgets, signal }),
      )
    }
    case 'tool': {
      const inputs = evaluateAll(node.arguments, frame.scope)
      if (inputs instanceof Failure) return failedAt(name, inputs)
      const tool = definitionOf(run.graph.tools, node.tool)
      const named = recordOf(tool.parameters.map((parameter, position) => [parameter.name, inputs[position] ?? null] as const))
      return new CallRun(run, name, finish, (signal) => callTool(run.calls, tool, named, name, signal))
    }
    default:
      return startRegion({ run, plan, frame, name, finish }, node)
  }
}

type RegionNode = Exclude<Node, { kind: 'compute' | 'assert' | 'stop' | 'agent' | 'tool' }>

function startRegion(start: NodeStart, node: RegionNode): Outcome | Activity {
  switch (node.kind) {
    case 'if':
    case 'match':
      return startBranch(start, node)
    case 'otherwise':
      return startOtherwise(start)
    case 'lazy':
      return startLazy(start, node)
    case 'repeat':
      return startRepeat(start, node)
    case 'for':
      return startFor(start, node)
    case 'each':
      return startEach(start, node)
    case 'sample':
      return startSample(start, node)
  }
}
