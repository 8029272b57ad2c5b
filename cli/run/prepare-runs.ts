import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import type { CompiledFile, Graph } from '../../compiler/index.ts'
import type { RunLimits } from '../../runtime/configuration/index.ts'
import type { ClientRegistry, OpenedModel } from '../../runtime/model/index.ts'
import type { ToolImplementation } from '../../runtime/index.ts'
import type { RunOptions } from '../commands/run.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { bindTools } from './bind-tools.ts'
import { endpointLimiters } from './endpoint-limiters.ts'
import type { EndpointLimiters } from './endpoint-limiters.ts'
import { checkToolEntries } from './check-tool-entries.ts'
import { chooseModels } from './choose-models.ts'
import { findConfiguration } from './find-configuration.ts'
import type { FoundConfiguration } from './find-configuration.ts'
import { flagInputs } from './flag-inputs.ts'
import { runNotes } from './run-notes.ts'
import { taskInputs } from './task-inputs.ts'
import type { PlannedRun, PlannedRuns } from './task-inputs.ts'

/** The options of a command that runs a workflow, as far as they say how. */
export type PrepareOptions = Pick<RunOptions, 'tasks' | 'input' | 'model' | 'config' | 'cache' | 'seed' | 'concurrency'>

/** Everything that the runs of one command need. */
export interface PreparedRuns {
  readonly graph: Graph
  readonly runs: readonly PlannedRun[]
  readonly models: ReadonlyMap<string, OpenedModel>
  readonly tools: ReadonlyMap<string, ToolImplementation>
  /** Sources of tools that ask a person. */
  readonly people: readonly string[]
  readonly seed: number
  readonly limits: RunLimits
  /** Whether the runs are those of a task file. */
  readonly isForTasks: boolean
  /** What `models` and `tools` were opened from. */
  readonly sources: BindingSources
  /** Keys of models and tools: what may stand in no trace, span or journal. */
  readonly secrets: readonly string[]
  /** Ends the servers that were started for tools. */
  readonly close: () => Promise<void>
  /** What a person should know before the runs start. */
  readonly notes: readonly string[]
}

/** What a person chose to stand behind models and tools: plain data, without keys, from which they are opened. */
export interface BindingSources {
  readonly found: FoundConfiguration
  /** `SLOT=SPEC`, as given on the command line. */
  readonly flags: readonly string[]
  /** The folder of replies that are known already, where the command line names one. */
  readonly cache: string | null
  /** Slots that the script's other workflows use. */
  readonly otherSlots: readonly string[]
}

export type PrepareRuns =
  | { readonly kind: 'ok'; readonly prepared: PreparedRuns }
  /** Everything that is missing or wrong; nothing has run. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

export interface PrepareContext {
  readonly terminal: Terminal
  readonly registry: ClientRegistry
  /** Ends the waiting for servers of tools. */
  readonly signal: AbortSignal
  /** What models of the same server share, where a command opens them more than once. */
  readonly limiters?: EndpointLimiters
  /** The seed of the journal that the runs go on with. */
  readonly journalSeed?: number
  /** Where no person can answer, what to do instead of running scripts that ask one. */
  readonly unattended?: string
}

/** Reads the flags and the configuration for a graph, and opens its models and tools. */
export async function prepareRuns(
  graph: Graph,
  compiled: CompiledFile,
  options: PrepareOptions,
  context: PrepareContext,
): Promise<PrepareRuns> {
  const { workingFolder } = context.terminal
  const configured = findConfiguration(options.config, compiled.path, workingFolder)
  if (configured.kind === 'error') return configured
  const { found } = configured
  const entries = checkToolEntries(found, compiled)
  if (entries.problems.length > 0) return { kind: 'error', problems: entries.problems }
  const planned = planRuns(graph, options)
  const sources: BindingSources = {
    found,
    flags: options.model ?? [],
    cache: options.cache === undefined ? null : resolve(workingFolder, options.cache),
    otherSlots: compiled.workflows.flatMap(({ compiled: other }) =>
      other.kind === 'graph' ? Object.values(other.graph.agents).map((agent) => agent.model) : [],
    ),
  }
  const opened = await openBindings(graph, sources, context)
  if (planned.kind === 'error' || opened.kind === 'error') {
    if (opened.kind === 'ok') await opened.close()
    return { kind: 'error', problems: [planned, opened].flatMap((part) => (part.kind === 'error' ? part.problems : [])) }
  }
  const { models, tools, people, secrets, close } = opened
  const { unattended } = context
  if (unattended !== undefined && people.length > 0) {
    await close()
    const problems = people.map((from) => `the tool "${from}" asks a person, and nobody can answer here: ${unattended}`)
    return { kind: 'error', problems }
  }
  const recordedSeed = [...models.values()].find((model) => model.recordedSeed !== null)?.recordedSeed
  return {
    kind: 'ok',
    prepared: {
      graph,
      runs: planned.runs,
      models,
      tools,
      people,
      secrets,
      close,
      seed: options.seed ?? recordedSeed ?? found.configuration.seed ?? context.journalSeed ?? randomInt(2 ** 31),
      limits:
        options.concurrency === undefined
          ? found.configuration.limits
          : { ...found.configuration.limits, concurrency: options.concurrency },
      notes: [...entries.notes, ...(await runNotes(graph, sources))],
      isForTasks: options.tasks !== undefined,
      sources,
    },
  }
}

type OpenBindings =
  | ({ readonly kind: 'ok' } & Pick<PreparedRuns, 'models' | 'tools' | 'people' | 'secrets' | 'close'>)
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** Opens what stands behind the models and tools of a graph. */
export async function openBindings(
  graph: Graph,
  { found, flags, cache, otherSlots }: BindingSources,
  { terminal, registry, signal, limiters = endpointLimiters() }: PrepareContext,
): Promise<OpenBindings> {
  const { environment } = terminal
  const models = await chooseModels(graph, {
    flags,
    found,
    registry,
    environment,
    limiters,
    ...(cache === null ? {} : { cache }),
    otherSlots,
  })
  const tools = await bindTools(graph, found, { environment, signal })
  if (models.kind === 'ok' && tools.kind === 'ok')
    return {
      kind: 'ok',
      models: models.models,
      tools: tools.tools,
      people: tools.people,
      secrets: [...[...models.models.values()].flatMap((model) => model.secrets), ...tools.secrets],
      close: tools.close,
    }
  if (tools.kind === 'ok') await tools.close()
  return { kind: 'error', problems: [models, tools].flatMap((part) => (part.kind === 'error' ? part.problems : [])) }
}

/** The runs that the flags ask for. */
export function planRuns(graph: Graph, { tasks, input = [] }: PrepareOptions): PlannedRuns {
  if (tasks !== undefined) {
    return input.length === 0
      ? taskInputs(graph, tasks)
      : { kind: 'error', problems: ['--input and --tasks exclude each other: a task line holds its own inputs'] }
  }
  const inputs = flagInputs(graph, input)
  return inputs.kind === 'error' ? inputs : { kind: 'ok', runs: [{ task: null, inputs: inputs.inputs }] }
}
