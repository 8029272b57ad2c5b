import type { AgentDefinition } from '../../compiler/index.ts'
import { shareRequests } from '../../runtime/model/index.ts'
import type { OwnExecutor } from '../../trainer/index.ts'
import { chooseModels } from '../run/choose-models.ts'
import { endpointLimiters } from '../run/endpoint-limiters.ts'
import { findConfiguration } from '../run/find-configuration.ts'
import type { FoundConfiguration } from '../run/find-configuration.ts'
import { retryPolicyOf } from '../run/retry-policy-of.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { clientRegistry } from '../wiring/client-registry.ts'

/** What says which models answer for the agents. */
export interface ModelSettings {
  /** `SLOT=SPEC`, as given on the command line. */
  readonly flags: readonly string[]
  /** The run configuration that a person or the training configuration names; `null`: the one beside the agents, or here, or none. */
  readonly configuration: string | null
  /** A folder of replies that are known already. */
  readonly cache?: string
  /** The file beside which a run configuration is looked for. */
  readonly beside: string
}

export type OpenedExecutor =
  { readonly kind: 'ok'; readonly executor: OwnExecutor } | { readonly kind: 'error'; readonly problems: readonly string[] }

/**
 * Executors that are models, frozen. What was asked before is answered from the cache and counts as though it had been asked: a run that
 * goes on is worth the same. Keys stay in the clients.
 */
export async function modelExecutor(
  agents: Readonly<Record<string, AgentDefinition>>,
  { flags, configuration, cache, beside }: ModelSettings,
  { environment, workingFolder }: Terminal,
): Promise<OpenedExecutor> {
  const configured = findConfiguration(configuration ?? undefined, beside, workingFolder)
  if (configured.kind === 'error') return configured
  const { found } = configured
  const chosen = await chooseModels(
    { agents },
    {
      flags,
      found,
      registry: clientRegistry(),
      environment,
      limiters: endpointLimiters(),
      ...(cache === undefined ? {} : { cache }),
      cachedCount: 'as_asked',
      otherSlots: [],
    },
  )
  if (chosen.kind === 'error') return chosen
  const { limits } = found.configuration
  const share = shareRequests(limits.concurrency)()
  const slots = new Map([...chosen.models].map(([slot, model]) => [slot, share(model.clientFor(null))]))
  const client = slots.get('default') ?? [...slots.values()][0]
  if (client === undefined) return { kind: 'error', problems: ['no agent asks a model'] }
  return {
    kind: 'ok',
    executor: {
      name: [...slots].map(([slot, { description }]) => `${slot}=${description}${priceText(slot, flags, found)}`).join(', '),
      client,
      slots,
      limits: { concurrentRequests: limits.concurrency, retries: retryPolicyOf(limits) },
      learner: null,
    },
  }
}

/** Prices are part of what is learned from: a run goes on with the same ones. */
function priceText(slot: string, flags: readonly string[], { configuration }: FoundConfiguration): string {
  const prices = flags.some((flag) => flag.startsWith(`${slot}=`)) ? undefined : configuration.models[slot]?.prices
  return prices === undefined ? '' : ` at ${prices.promptPerMillion} and ${prices.completionPerMillion} a million`
}
