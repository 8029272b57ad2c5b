import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import type { CompiledFile, Graph } from '../../compiler/index.ts'
import type { RunLimits } from '../../runtime/configuration/index.ts'
import type { ClientRegistry, OpenedModel } from '../../runtime/model/index.ts'
import type { ToolImplementation } from '../../runtime/index.ts'
import type { RunOptions } from '../commands/run.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { bindTools } from './bind-tools.ts'
import { chooseModels } from './choose-models.ts'
import { findConfiguration } from './find-configuration.ts'
import { flagInputs } from './flag-inputs.ts'
import { pythonNotes } from './python-notes.ts'
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
  readonly seed: number
  readonly limits: RunLimits
  /** Ends the servers that were started for tools. */
  readonly close: () => Promise<void>
  /** What a person should know before the runs start. */
  readonly notes: readonly string[]
}

export type PrepareRuns =
  | { readonly kind: 'ok'; readonly prepared: PreparedRuns }
  /** Everything that is missing or wrong; nothing has run. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** Reads the flags and the configuration for a graph, and opens its models. */
export async function prepareRuns(
  graph: Graph,
  compiled: CompiledFile,
  options: PrepareOptions,
  context: { readonly terminal: Terminal; readonly registry: ClientRegistry },
): Promise<PrepareRuns> {
  const configured = findConfiguration(options.config, compiled.path, context.terminal.workingFolder)
  if (configured.kind === 'error') return configured
  const { found } = configured
  const planned = planRuns(graph, options)
  const models = await chooseModels(graph, {
    flags: options.model ?? [],
    found,
    registry: context.registry,
    environment: context.terminal.environment,
    ...(options.cache === undefined ? {} : { cache: resolve(context.terminal.workingFolder, options.cache) }),
    otherSlots: compiled.workflows.flatMap(({ compiled: other }) =>
      other.kind === 'graph' ? Object.values(other.graph.agents).map((agent) => agent.model) : [],
    ),
  })
  const tools = await bindTools(graph, found, context.terminal.environment)
  if (planned.kind === 'error' || models.kind === 'error' || tools.kind === 'error') {
    if (tools.kind === 'ok') await tools.close()
    return { kind: 'error', problems: [planned, models, tools].flatMap((part) => (part.kind === 'error' ? part.problems : [])) }
  }
  const recordedSeed = [...models.models.values()].find((model) => model.recordedSeed !== null)?.recordedSeed
  return {
    kind: 'ok',
    prepared: {
      graph,
      runs: planned.runs,
      models: models.models,
      tools: tools.tools,
      close: tools.close,
      seed: options.seed ?? recordedSeed ?? found.configuration.seed ?? randomInt(2 ** 31),
      limits:
        options.concurrency === undefined
          ? found.configuration.limits
          : { ...found.configuration.limits, concurrency: Math.max(1, options.concurrency) },
      notes: await pythonNotes(graph, found),
    },
  }
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
