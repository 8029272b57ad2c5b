import type { AgentDefinition } from '../../compiler/index.ts'
import type { ModelClient } from './model-client.ts'

/** Clients that a folder to the right brings in: the runtime names what it needs, the command line wires it. */
export interface ClientRegistry {
  /** Loads an embedded policy by name; the message, where that fails, names those there are. */
  openEmbedded(
    name: string,
  ): Promise<{ readonly kind: 'ok'; readonly client: ModelClient } | { readonly kind: 'error'; readonly message: string }>
  /** The policy that comes with the package, where there is one. */
  readonly shipped: ShippedCheckpoint | null
}

/** A small policy that stands in for `default` where nothing else is named and every agent fits it. */
export interface ShippedCheckpoint {
  readonly name: string
  /** Why an agent is beyond it ("it answers strings only"); `null` where the agent fits its manifest. */
  misfit(agent: AgentDefinition): string | null
}

/** For a program that brings no policies of its own. */
export const emptyClientRegistry: ClientRegistry = {
  openEmbedded: (name) => Promise.resolve({ kind: 'error', message: `there is no embedded policy "${name}"` }),
  shipped: null,
}
