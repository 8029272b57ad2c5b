import { systemClock } from '../../runtime/index.ts'
import { limitEndpoint } from '../../runtime/model/index.ts'
import type { EndpointLimits, ModelClient } from '../../runtime/model/index.ts'

/** Keeps a server's limits: the same wrapper for the same server and limits, however often models are opened. */
export type EndpointLimiters = (baseUrl: string, limits: EndpointLimits) => (client: ModelClient) => ModelClient

/** Made once for a command: what its scripts and its designer ask of a server counts together. */
export function endpointLimiters(): EndpointLimiters {
  const known = new Map<string, (client: ModelClient) => ModelClient>()
  return (baseUrl, limits) => {
    const key = JSON.stringify([baseUrl, limits])
    const limiter = known.get(key) ?? limitEndpoint(limits, systemClock)
    known.set(key, limiter)
    return limiter
  }
}
