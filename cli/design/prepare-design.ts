import { randomInt } from 'node:crypto'
import { nameHint } from '../../runtime/configuration/index.ts'
import { PERSON, standardTools } from '../../runtime/index.ts'
import type { RetryPolicy } from '../../runtime/index.ts'
import { openModel, serverKinds } from '../../runtime/model/index.ts'
import type { ClientRegistry, OpenedModel, ServerKind } from '../../runtime/model/index.ts'
import type { Task } from '../../trainer/tasks/index.ts'
import { readSignature, signatureOfTask } from '../../trainer/design/index.ts'
import type { Requirements } from '../../trainer/design/index.ts'
import type { Scorer } from '../../trainer/scorers/index.ts'
import type { DesignCommandOptions } from '../commands/design.ts'
import { endpointLimiters } from '../run/endpoint-limiters.ts'
import type { EndpointLimiters } from '../run/endpoint-limiters.ts'
import { endpointNotes } from '../run/endpoint-notes.ts'
import { findConfiguration } from '../run/find-configuration.ts'
import type { FoundConfiguration } from '../run/find-configuration.ts'
import type { PrepareContext } from '../run/prepare-runs.ts'
import { readTextFile } from '../run/read-text-file.ts'
import { sharedBetweenModels } from '../run/shared-between-models.ts'
import { retryPolicyOf } from '../run/retry-policy-of.ts'
import { splitPair } from '../run/split-pair.ts'
import { chooseScorer } from '../scoring/choose-scorer.ts'
import { readScoredTasks } from '../scoring/read-scored-tasks.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { readDesignBudget } from './design-budget.ts'
import { serverTools } from './server-tools.ts'

/** Everything that designing needs; nothing has been asked yet. */
export interface PreparedDesign {
  readonly task: string
  readonly requirements: Requirements
  readonly model: OpenedModel
  /** Keys of the model and of servers that were asked for their tools. */
  readonly secrets: readonly string[]
  /** What the designer and the scripts ask of a server counts together. */
  readonly limiters: EndpointLimiters
  readonly seed: number
  /** How the designer is asked again. */
  readonly retries: RetryPolicy
  /** What a person should know before anything is asked. */
  readonly notes: readonly string[]
  /** What candidates are compared on, where they are. */
  readonly comparison: { readonly tasks: readonly Task[]; readonly scorer: Scorer } | null
}

export type PrepareDesign =
  | { readonly kind: 'ok'; readonly prepared: PreparedDesign }
  | { readonly kind: 'error'; readonly problems: readonly string[] }

const DEFAULT_SIGNATURE = '(task: string) -> string'

export async function prepareDesign(
  task: string,
  options: DesignCommandOptions,
  context: Pick<PrepareContext, 'terminal' | 'registry' | 'signal'>,
): Promise<PrepareDesign> {
  const failed = (...problems: readonly string[]): PrepareDesign => ({ kind: 'error', problems })
  const text = task.startsWith('@') ? readTextFile(task.slice(1)) : ({ kind: 'ok', text: task } as const)
  if (text.kind === 'error') return failed(text.message)
  if (text.text.trim() === '') return failed('the task is empty: say what the script is for')
  const compared = await readComparison(options, context.terminal.workingFolder)
  if (compared.kind === 'error') return compared
  const { comparison } = compared
  const [firstTask] = comparison?.tasks ?? []
  const signature = readSignature(options.signature ?? (firstTask === undefined ? DEFAULT_SIGNATURE : signatureOfTask(firstTask)))
  if (signature.kind === 'error') return failed(signature.message)
  const budget = options.budget === undefined ? ({ kind: 'ok', budget: {} } as const) : readDesignBudget(options.budget)
  if (budget.kind === 'error') return failed(budget.message)
  const configured = findConfiguration(options.config, 'design.mas', context.terminal.workingFolder)
  if (configured.kind === 'error') return configured
  const { found } = configured
  const limiters = endpointLimiters()
  const model = await openDesigner(options, { found, limiters, ...context })
  if (typeof model === 'string') return failed(model)
  const served = await serverTools(found, { environment: context.terminal.environment, signal: context.signal })
  if (context.signal.aborted) return failed('it was interrupted')
  const bindings = Object.entries(found.configuration.tools)
  const bound = found.isNamed ? bindings.filter(([, { command }]) => command !== null).map(([from]) => from) : []
  /** Designs are run and compared where nobody is asked. */
  const asking = new Set([PERSON, ...bindings.filter(([, { approve }]) => approve === true).map(([from]) => from)])
  return {
    kind: 'ok',
    prepared: {
      task: text.text.trim(),
      requirements: {
        signature: signature.signature,
        budget: budget.budget,
        tools: new Set([...standardTools.keys(), ...bound, ...served.declarations.keys()].filter((from) => !asking.has(from))),
        declarations: [...served.declarations].flatMap(([from, declaration]) => (asking.has(from) ? [] : [declaration])),
      },
      model,
      secrets: [...model.secrets, ...served.secrets],
      limiters,
      retries: retryPolicyOf(found.configuration.limits),
      notes: [...served.notes, ...endpointNotes(found, [options.model, ...(options.executor ?? []).flatMap((flag) => splitPair(flag)?.value ?? [])])],
      seed: options.seed ?? found.configuration.seed ?? randomInt(2 ** 31),
      comparison,
    },
  }
}

type ReadComparison =
  | { readonly kind: 'ok'; readonly comparison: PreparedDesign['comparison'] }
  /** The flags do not fit together, or what they name cannot be used. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

async function readComparison(options: DesignCommandOptions, workingFolder: string): Promise<ReadComparison> {
  const { tasks, scorer, scorerOption, candidates = 1 } = options
  if (tasks === undefined) {
    if (scorer !== undefined || scorerOption !== undefined) return { kind: 'error', problems: ['--scorer is for the tasks that --tasks FILE names'] }
    if (candidates === 1) return { kind: 'ok', comparison: null }
    return { kind: 'error', problems: ['--candidates needs --tasks FILE and --scorer NAME: which of them is best has to be measured'] }
  }
  const chosen = await chooseScorer(options, workingFolder)
  if (chosen.kind === 'error') return chosen
  const scored = readScoredTasks(tasks, chosen.choice)
  return scored.kind === 'ok' ? { kind: 'ok', comparison: { tasks: scored.tasks, scorer: scored.scorer } } : scored
}

async function openDesigner(
  { model: spec, server, cache }: DesignCommandOptions,
  context: {
    readonly found: FoundConfiguration
    readonly limiters: EndpointLimiters
    readonly terminal: Terminal
    readonly registry: ClientRegistry
  },
): Promise<OpenedModel | string> {
  if (server !== undefined && !isServerKind(server)) return `there is no server "${server}".${nameHint(server, serverKinds)}`
  const shared = sharedBetweenModels({ found: context.found, limiters: context.limiters, ...(cache === undefined ? {} : { cache }) })
  if (shared.kind === 'error') return shared.message
  const opened = await openModel(
    { spec, keyEnvironment: null, origin: 'command line', ...(server === undefined ? {} : { settings: { kind: server } }) },
    {
      environment: context.terminal.environment,
      requestTimeoutSeconds: context.found.configuration.limits.requestTimeoutSeconds,
      registry: context.registry,
      readFile: readTextFile,
      ...shared.options,
    },
  )
  return opened.kind === 'ok' ? opened.model : opened.message
}

const isServerKind = (name: string): name is ServerKind => (serverKinds as readonly string[]).includes(name)
