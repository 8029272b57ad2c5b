import { typeText } from '../../compiler/index.ts'
import type { AgentDefinition } from '../../compiler/index.ts'
import type { Manifest } from './manifest.ts'

/** Why the checkpoint cannot play an agent; `null` where it can. */
export function misfit(manifest: Manifest, agent: AgentDefinition): string | null {
  if (agent.tools.length > 0) return 'it calls no tools'
  if (agent.prompt !== null) return 'it takes no prompt of its own, only the inputs'
  if (agent.top_p !== null) return 'it takes no top_p'
  const role = agent.role === null ? agent.name : agent.role.kind === 'constant' ? String(agent.role.value) : null
  const known = manifest.roles.find((entry) => entry.role === role)
  if (known === undefined) return `it was trained on the roles ${manifest.roles.map((entry) => `"${entry.role}"`).join(', ')} only`
  const wanted = signature(known.parameters.map((parameter) => parameter.type), known.result)
  const given = signature(agent.parameters.map((parameter) => typeText(parameter.type)), typeText(agent.result))
  return wanted === given ? null : `it was trained as ${wanted} in the role "${known.role}", not as ${given}`
}

const signature = (parameters: readonly string[], result: string): string => `(${parameters.join(', ')}) -> ${result}`
