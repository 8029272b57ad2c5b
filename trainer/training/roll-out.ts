import type { ModelClient, RunLimits } from '../../runtime/index.ts'
import type { Proposal, ProposalRequest } from '../policies/designer-policy.ts'
import { deriveSeed } from '../random/random-stream.ts'
import type { Design, RolloutTree } from '../rollout/index.ts'
import type { Scorer } from '../scorers/index.ts'
import type { Task } from '../tasks/index.ts'
import type { DesignCompiler } from './compile-design.ts'
import { runExecution } from './run-execution.ts'

/** Where the designs of a task come from: a designer, or one design given for all tasks. */
export type DesignSource =
  | { readonly kind: 'designer'; readonly propose: Propose; readonly temperature: number }
  | { readonly kind: 'fixed'; readonly text: string }

/** Writes one design per request, in their order. */
export type Propose = (requests: readonly ProposalRequest[]) => readonly ProposedDesign[] | Promise<readonly ProposedDesign[]>

/** A script, and the row that it is trained with; without one nothing is learned from it. */
export type ProposedDesign = Pick<Proposal, 'text'> & Partial<Pick<Proposal, 'call'>>

export interface RolloutSettings {
  readonly run: string
  readonly step: number
  readonly seed: number
  /** M of the paper. */
  readonly designs: number
  /** N of the paper. */
  readonly executions: number
  readonly traced: boolean
  readonly recorded: boolean
}

export interface RolloutParts {
  readonly designs: DesignSource
  readonly compiler: DesignCompiler
  readonly client: ModelClient
  /** The clients of slots that have one of their own; the others have `client`. */
  readonly slots?: ReadonlyMap<string, ModelClient>
  /** How executions ask the client; the runtime's own where they are left out. */
  readonly limits?: RunLimits
  readonly scorer: Scorer
  /** What the designer reads in place of a task's own text; for the test whether it reads at all. */
  readonly reads?: (task: Task) => string
}

/**
 * The executor-designer hierarchical rollout of MetaAgent-X (arXiv 2605.14212): M designs per task, N executions per design.
 * All executions run at the same time, so that their calls are sampled together. Throws a `ModelOutage` where a model is away.
 */
export async function rollOut(tasks: readonly Task[], settings: RolloutSettings, parts: RolloutParts): Promise<readonly RolloutTree[]> {
  const requests = tasks.flatMap((task) => proposalRequests(task, settings, parts))
  const proposals = await propose(requests, parts.designs)
  const away = new AbortController()
  const designs = await Promise.all(
    requests.map((request, position) => {
      const proposal = proposals[position]
      if (proposal === undefined) throw new RangeError('a designer gives one design for each request')
      return executeDesign(request.task, request.design, proposal, settings, parts, away)
    }),
  )
  away.signal.throwIfAborted()
  return tasks.map((task, position) => ({ task, designs: designs.slice(position * settings.designs, (position + 1) * settings.designs) }))
}

const propose = (requests: readonly ProposalRequest[], source: DesignSource): ReturnType<Propose> =>
  source.kind === 'designer' ? source.propose(requests) : requests.map(() => ({ text: source.text }))

function proposalRequests(task: Task, settings: RolloutSettings, parts: RolloutParts): readonly ProposalRequest[] {
  const { run, step, seed } = settings
  const temperature = parts.designs.kind === 'designer' ? parts.designs.temperature : 0
  return Array.from({ length: settings.designs }, (_, index) => ({
    task,
    ...(parts.reads === undefined ? {} : { reads: parts.reads(task) }),
    run,
    step,
    design: index + 1,
    temperature,
    seed: deriveSeed(seed, 'design', step, task.id, index + 1),
  }))
}

async function executeDesign(
  task: Task,
  design: number,
  proposal: ProposedDesign,
  settings: RolloutSettings,
  parts: RolloutParts,
  away: AbortController,
): Promise<Design> {
  const { run, step, seed, traced, recorded } = settings
  const compiled = parts.compiler.compile(proposal.text)
  const calls = proposal.call === undefined ? [] : [proposal.call]
  if (compiled.kind === 'rejected') return { design, text: proposal.text, compiled, calls, executions: [] }
  const executions = await Promise.all(
    Array.from({ length: settings.executions }, (_, index) =>
      runExecution({
        task,
        graph: compiled.graph,
        client: parts.client,
        ...(parts.slots === undefined ? {} : { slots: parts.slots }),
        ...(parts.limits === undefined ? {} : { limits: parts.limits }),
        away,
        seed: deriveSeed(seed, 'execution', step, task.id, design, index + 1),
        scorer: parts.scorer,
        place: { run, step, design, execution: index + 1 },
        traced,
        recorded,
      }),
    ),
  )
  return { design, text: proposal.text, compiled, calls, executions }
}
