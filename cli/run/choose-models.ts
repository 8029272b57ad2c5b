import { resolve } from 'node:path'
import type { AgentDefinition, Graph } from '../../compiler/index.ts'
import { nameHint } from '../../runtime/configuration/index.ts'
import { openModel, readModelSpec, showModelSpec } from '../../runtime/model/index.ts'
import type { ModelBinding } from '../../runtime/configuration/index.ts'
import type { CachedCount, ClientRegistry, ModelChoice, OpenedModel } from '../../runtime/model/index.ts'
import type { EndpointLimiters } from './endpoint-limiters.ts'
import { sharedBetweenModels } from './shared-between-models.ts'
import type { FoundConfiguration } from './find-configuration.ts'
import { readTextFile } from './read-text-file.ts'
import { splitPair } from './split-pair.ts'

const EXAMPLE_SPEC = 'openai:MODEL@http://localhost:11434/v1'

export type ChosenModels =
  | { readonly kind: 'ok'; readonly models: ReadonlyMap<string, OpenedModel> }
  | { readonly kind: 'error'; readonly problems: readonly string[] }

export interface ModelSources {
  /** `SLOT=SPEC`, as given on the command line: they win over the configuration. */
  readonly flags: readonly string[]
  readonly found: FoundConfiguration
  readonly registry: ClientRegistry
  readonly environment: Readonly<Record<string, string | undefined>>
  /** A folder of replies, where the command line names one. */
  readonly cache?: string
  readonly limiters: EndpointLimiters
  /** What replies from the cache count as; nothing where it is left out. */
  readonly cachedCount?: CachedCount
  /** Slots that the file's other workflows use: naming them is no mistake. */
  readonly otherSlots: readonly string[]
}

/** Opens a model for every slot that the graph's agents use. */
export async function chooseModels(graph: Pick<Graph, 'agents'>, sources: ModelSources): Promise<ChosenModels> {
  const agents = Object.values(graph.agents)
  const slots = [...new Set(agents.map((agent) => agent.model))]
  const shared = sharedBetweenModels(sources)
  if (shared.kind === 'error') return { kind: 'error', problems: [shared.message] }
  const { choices, problems, misread } = choicesOf([...slots, ...sources.otherSlots], sources)
  const models = new Map<string, OpenedModel>()
  for (const slot of slots) {
    const users = agents.filter((agent) => agent.model === slot)
    const choice = choices.get(slot) ?? shippedChoice(slot, agents, sources.registry)
    if (choice === null) {
      if (!misread) problems.push(unboundSlot(slot, users, agents, sources.registry))
      continue
    }
    const opened = await openModel(choice, {
      environment: sources.environment,
      requestTimeoutSeconds: sources.found.configuration.limits.requestTimeoutSeconds,
      registry: sources.registry,
      readFile: readTextFile,
      ...shared.options,
      ...(sources.cachedCount === undefined ? {} : { cachedCount: sources.cachedCount }),
    })
    if (opened.kind === 'ok') models.set(slot, opened.model)
    else problems.push(`${placeOf(choice, sources.found)}model "${slot}": ${opened.message}`)
  }
  return problems.length === 0 ? { kind: 'ok', models } : { kind: 'error', problems }
}

interface Choices {
  readonly choices: Map<string, ModelChoice>
  readonly problems: string[]
  /** A flag could not be read: which slot it was meant for is unknown, so that an unbound one is no second mistake. */
  readonly misread: boolean
}

function choicesOf(slots: readonly string[], { flags, found }: ModelSources): Choices {
  const problems: string[] = []
  let misread = false
  const choices = new Map<string, ModelChoice>()
  const origin = found.isNamed ? 'named configuration' : 'found configuration'
  const choiceOf = (binding: ModelBinding): ModelChoice => ({
    ...binding,
    spec: fromFolder(binding.spec, found.folder),
    fallbacks: (binding.fallbacks ?? []).map(choiceOf),
    origin,
  })
  for (const [slot, binding] of Object.entries(found.configuration.models)) choices.set(slot, choiceOf(binding))
  const flagged = new Set<string>()
  for (const flag of flags) {
    const pair = splitPair(flag)
    if (pair === null || readModelSpec(flag).kind === 'ok') {
      misread = true
      problems.push(
        `--model ${JSON.stringify(flag)} is not SLOT=SPEC, as in --model default=openai:qwen3:8b@http://localhost:11434/v1`,
      )
      continue
    }
    const { name: slot, value: spec } = pair
    if (flagged.has(slot)) problems.push(`the model of slot "${slot}" is given twice`)
    flagged.add(slot)
    if (!slots.includes(slot)) problems.push(`no agent uses the model slot "${slot}".${nameHint(slot, [...new Set(slots)])}`)
    choices.set(slot, { spec, keyEnvironment: null, origin: 'command line' })
  }
  return { choices, problems, misread }
}

/** Which file a choice comes from: a person may not know of one that was only found. */
const placeOf = ({ origin }: ModelChoice, { file }: FoundConfiguration): string =>
  origin === 'command line' || file === null ? '' : `${file}: `

/** Files that a configuration names stand beside it. */
function fromFolder(spec: string, folder: string): string {
  const read = readModelSpec(spec)
  if (read.kind !== 'ok' || read.spec.kind !== 'replay') return spec
  return showModelSpec({ kind: 'replay', file: resolve(folder, read.spec.file) })
}

/** The policy that comes with the package stands in for `default` where every agent fits it. */
function shippedChoice(slot: string, agents: readonly AgentDefinition[], { shipped }: ClientRegistry): ModelChoice | null {
  if (slot !== 'default' || shipped === null || agents.some((agent) => shipped.misfit(agent) !== null)) return null
  return { spec: `embedded:${shipped.name}`, keyEnvironment: null, origin: 'command line' }
}

function unboundSlot(
  slot: string,
  users: readonly AgentDefinition[],
  agents: readonly AgentDefinition[],
  { shipped }: ClientRegistry,
): string {
  const names = users.map((agent) => agent.name).join(', ')
  const misfits = agents.flatMap((agent) => {
    const reason = slot === 'default' ? (shipped?.misfit(agent) ?? null) : null
    return reason === null ? [] : [`${agent.name}: ${reason}`]
  })
  const unfit =
    misfits.length === 0 ? '' : ` (the policy "${shipped?.name ?? ''}" that comes with mas does not fit ${misfits.join('; ')})`
  return `nothing is bound to the model slot "${slot}" of ${names}: add --model ${slot}=${EXAMPLE_SPEC}${unfit}`
}
