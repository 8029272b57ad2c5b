import { redact } from '../../runtime/model/index.ts'
import type { RunPlan } from './run-plan.ts'

/** Why a plan cannot be kept: something in it is a key, or may be one, and without it the runs could not be made again. */
export function keyInPlan({ header, runs, sources }: RunPlan, secrets: readonly string[]): string | null {
  const parts: Readonly<Record<string, unknown>> = {
    'an input': runs,
    'the script': header.graph,
    'the name or address of a model or tool': { sources, models: header.models, tools: header.tools },
  }
  const holds = (part: unknown): boolean => redact(JSON.stringify(part), secrets) !== JSON.stringify(part)
  const holder = Object.keys(parts).find((name) => holds(parts[name]))
  if (holder !== undefined) return `${holder} holds the key of a model or tool: a journal keeps no keys`
  const servers = Object.entries(sources.found.configuration.mcp)
  const server = servers.find(([, binding]) => 'url' in binding && mayHoldKey(binding.url))?.[0]
  if (server === undefined) return null
  const what = `the address of the server "${server}" has a password or a "?", which may be a key: a journal keeps no keys`
  return `${what}. Name the environment variable of its key with "keyEnvironment"`
}

function mayHoldKey(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password, search } = new URL(address)
  return [username, password, search].some((part) => part !== '')
}
