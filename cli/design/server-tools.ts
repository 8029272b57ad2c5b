import type { FoundConfiguration } from '../run/find-configuration.ts'
import { mcpServers } from '../run/mcp-servers.ts'
import type { ServerContext } from '../run/mcp-servers.ts'

export interface ServerTools {
  /** How a script declares each, by its source. */
  readonly declarations: ReadonlyMap<string, string>
  /** Keys that the servers were sent. */
  readonly secrets: readonly string[]
  /** Why a server's tools, or some of them, are not offered. */
  readonly notes: readonly string[]
}

/** The tools that the servers of a configuration have, where a person named it. The servers are asked, and left again. */
export async function serverTools(found: FoundConfiguration, context: ServerContext): Promise<ServerTools> {
  const declarations = new Map<string, string>()
  const notes: string[] = []
  if (!found.isNamed) return { declarations, secrets: [], notes }
  const servers = mcpServers(found, context)
  for (const server of Object.keys(found.configuration.mcp)) {
    const offered = await servers.declarationsOf(server)
    if (typeof offered === 'string') {
      notes.push(`the designer is told of no tools of this server: ${offered}`)
      continue
    }
    for (const [source, declaration] of offered) {
      if (declaration === null) notes.push(`the designer is not told of "${source}": its parameters have no types in a script`)
      else declarations.set(source, declaration)
    }
  }
  await servers.close()
  return { declarations, secrets: servers.secrets(), notes }
}
