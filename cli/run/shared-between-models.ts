import { resolve } from 'node:path'
import { openResponseCache } from '../../runtime/model/index.ts'
import type { OpenModelOptions } from '../../runtime/model/index.ts'
import type { EndpointLimiters } from './endpoint-limiters.ts'
import type { FoundConfiguration } from './find-configuration.ts'
import { serverAddress } from './server-address.ts'

export type SharedBetweenModels =
  | { readonly kind: 'ok'; readonly options: Pick<OpenModelOptions, 'limitOf' | 'cache'> }
  | { readonly kind: 'error'; readonly message: string }

/** What the models of all slots share: the limits of each server, and the replies that are known already. */
export function sharedBetweenModels(sources: {
  readonly found: FoundConfiguration
  readonly cache?: string
  readonly limiters: EndpointLimiters
}): SharedBetweenModels {
  const { found } = sources
  const { cache, endpoints } = found.configuration
  if (cache !== null && !found.isNamed && sources.cache === undefined) {
    const what = `${found.file ?? ''}: "cache" is not used from a configuration that was only found`
    return { kind: 'error', message: `${what}: pass --config FILE, or --cache FOLDER` }
  }
  const limiters = new Map(
    Object.entries(endpoints).map(([baseUrl, limits]) => [serverAddress(baseUrl), sources.limiters(serverAddress(baseUrl), limits)]),
  )
  const folder = sources.cache ?? (cache === null ? undefined : resolve(found.folder, cache))
  return {
    kind: 'ok',
    options: {
      limitOf: (baseUrl) => limiters.get(serverAddress(baseUrl)) ?? ((client) => client),
      ...(folder === undefined ? {} : { cache: openResponseCache(folder) }),
    },
  }
}
