import type { Value } from '../../compiler/index.ts'
import type { Message } from '../model/model-client.ts'
import { evaluate } from '../values/evaluate.ts'
import { Failure } from '../values/failure.ts'
import { renderText } from '../values/render-text.ts'
import { Scope } from '../values/scope.ts'
import type { CallableAgent, Template } from './definitions.ts'

export interface Opening {
  readonly role: string | null
  readonly messages: readonly Message[]
}

/**
 * The messages that a call starts with: `role` as system message, `prompt` as user message. Without a prompt each
 * parameter is laid out as `name:` with its value on the next line, a blank line between two, an absent optional left out.
 */
export function openingMessages(agent: CallableAgent, inputs: readonly Value[]): Opening | Failure {
  const scope = new Scope()
  agent.parameters.forEach((parameter, position) => {
    scope.set(parameter.name, inputs[position] ?? null)
  })
  const role = agent.role === null ? null : fill(agent.role, inputs, scope)
  if (role instanceof Failure) return role
  const prompt = agent.prompt === null ? layout(agent, inputs) : fill(agent.prompt, inputs, scope)
  if (prompt instanceof Failure) return prompt
  const system = role === null ? null : String(role)
  const user: Message = { role: 'user', content: String(prompt) }
  return { role: system, messages: system === null ? [user] : [{ role: 'system', content: system }, user] }
}

const fill = (template: Template, inputs: readonly Value[], scope: Scope): Value | Failure =>
  typeof template === 'function' ? template(inputs) : evaluate(template, scope)

function layout(agent: CallableAgent, inputs: readonly Value[]): string | Failure {
  const sections: string[] = []
  for (const [position, parameter] of agent.parameters.entries()) {
    const value = inputs[position] ?? null
    if (value === null) continue
    const text = renderText(value)
    if (text instanceof Failure) return text
    sections.push(`${parameter.name}:\n${text}`)
  }
  return sections.join('\n\n')
}
