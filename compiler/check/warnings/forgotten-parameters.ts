import type { Setting, Text } from '../../../grammar/index.ts'
import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { Report } from '../../diagnostics/reporter.ts'
import type { AgentSymbol } from '../checked-program.ts'
import { namesRead } from '../walk/walk.ts'

/** A parameter that an agent's own prompt leaves out, and its role too: the model never sees it. */
export function warnForgottenParameters(agent: AgentSymbol, report: Report): void {
  const { settings, signature } = agent.declaration
  const prompt = settings.find((setting) => setting.kind === 'prompt')
  if (prompt?.kind !== 'prompt') return
  const role = [agent, ...agent.copies].map((source) => roleOf(source.declaration.settings)).find((text) => text !== null) ?? null
  const read = namesRead(role === null ? [prompt.text] : [prompt.text, role])
  agent.parameters.forEach(({ name }, position) => {
    if (read.has(name)) return
    const written = signature.kind === 'signature' ? signature.parameters[position]?.name : undefined
    report(warningsMessages.parameterNotInPrompt, { name: agent.name, parameter: name }, written?.range ?? prompt.key.range)
  })
}

function roleOf(settings: readonly Setting[]): Text | null {
  const role = settings.find((setting) => setting.kind === 'role')
  return role?.kind === 'role' ? role.text : null
}
