import { nameHint } from '../../runtime/configuration/index.ts'
import type { ModelBinding } from '../../runtime/configuration/index.ts'
import { OPENAI_BASE_URL, readModelSpec } from '../../runtime/model/index.ts'
import type { FoundConfiguration } from './find-configuration.ts'
import { serverAddress } from './server-address.ts'

/** Limits that the configuration has for servers that no model stands on: they hold nobody back, most likely by a slip. */
export function endpointNotes({ configuration, file }: FoundConfiguration, specs: readonly string[]): readonly string[] {
  const named = [...specs, ...Object.values(configuration.models).flatMap(specsOf)]
  const servers = [...new Set(named.flatMap((spec) => serverOf(spec) ?? []))].sort()
  const unknown = Object.keys(configuration.endpoints).map(serverAddress).filter((address) => !servers.includes(address))
  return unknown.map((address) => `${file ?? ''}: endpoints: no model stands on ${JSON.stringify(address)}.${nameHint(address, servers)}`)
}

const specsOf = ({ spec, fallbacks = [] }: ModelBinding): readonly string[] => [spec, ...fallbacks.flatMap(specsOf)]

/** The server of a model; `null` where it has none, or is written wrong, which is told elsewhere. */
function serverOf(text: string): string | null {
  const read = readModelSpec(text)
  return read.kind === 'ok' && read.spec.kind === 'openai' ? serverAddress(read.spec.baseUrl ?? OPENAI_BASE_URL) : null
}
