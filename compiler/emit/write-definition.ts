import type { AgentDefinition, Pure } from '../graph/index.ts'
import { stringType } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import type { EmittedDefinition } from './definition-names.ts'
import { Identifiers, fieldKey } from './identifiers.ts'
import { stringLiteral } from './literals.ts'
import type { Scope } from './scope.ts'
import type { TypeTexts } from './type-texts.ts'
import { ValueTypes } from './value-types.ts'
import { writeExpression } from './write-expression.ts'

/** The expression that declares an agent or a tool. Settings that say what goes without saying are left out. */
export function writeDefinition(emitted: EmittedDefinition, typeTexts: TypeTexts): string {
  const { definition } = emitted
  const { name, documentation, parameters, result } = definition
  const types = `<${inputsText(parameters, typeTexts)}, ${typeTexts.typeText(result)}>`
  const settings: [string, string | null][] = [
    ['name', stringLiteral(name)],
    ['documentation', documentation === null ? null : stringLiteral(documentation)],
    ['parameters', typeTexts.fieldsText(parameters)],
    ['result', typeTexts.valueText(result)],
  ]
  if (emitted.kind === 'tool') {
    settings.push(['from', stringLiteral(emitted.definition.from)], ['pure', String(emitted.definition.pure)])
  } else {
    settings.push(...agentSettings(emitted.definition, emitted.tools))
  }
  const lines = settings.flatMap(([key, value]) => (value === null ? [] : [`  ${key}: ${value},`]))
  return `mas.${emitted.kind}${types}({\n${lines.join('\n')}\n})`
}

/** A record of arguments as a TypeScript type. */
const inputsText = (parameters: readonly { readonly name: string; readonly type: Type }[], typeTexts: TypeTexts): string =>
  parameters.length === 0
    ? 'object'
    : `{ ${parameters.map(({ name, type }) => `readonly ${fieldKey(name)}: ${typeTexts.typeText(type)}`).join('; ')} }`

function agentSettings(agent: AgentDefinition, tools: readonly string[]): readonly [string, string | null][] {
  const unless = (value: number | string, usual: number | string): string | null =>
    value === usual ? null : typeof value === 'string' ? stringLiteral(value) : String(value)
  const number = (value: number | null): string | null => (value === null ? null : String(value))
  return [
    ['role', templateText(agent, agent.role)],
    ['prompt', templateText(agent, agent.prompt)],
    ['model', unless(agent.model, 'default')],
    ['policy', unless(agent.policy, 'executor')],
    ['tools', tools.length === 0 ? null : `[${tools.join(', ')}]`],
    ['temperature', number(agent.temperature)],
    ['top_p', number(agent.top_p)],
    ['max_tokens', unless(agent.max_tokens, 1024)],
    ['max_turns', unless(agent.max_turns, tools.length === 0 ? 1 : 4)],
    ['repairs', unless(agent.repairs, agent.result.kind === 'string' ? 0 : 1)],
    ['timeout', number(agent.timeout)],
  ]
}

/** A role or prompt: a text, or a function of the agent's inputs. */
function templateText({ parameters }: AgentDefinition, template: Pure | null): string | null {
  if (template === null) return null
  if (template.kind === 'constant') return stringLiteral(String(template.value), true)
  const names = new Identifiers()
  const identifiers = parameters.map(({ name }) => [name, names.take(name)] as const)
  const typed = parameters.map(({ name, type }) => ({ name, type, value: name }))
  const scope: Scope = {
    types: new ValueTypes({ parameters: typed, result: stringType, body: { nodes: [], outputs: [] }, agents: {}, tools: {} }),
    names,
    compared: new Set(),
    variables: new Map(identifiers.map(([name, id]) => [name, { kind: 'plain', name: id, isConstant: true }])),
    knowledge: new Map(),
  }
  const text = writeExpression(template, scope, { lines: true })
  const used = identifiers.filter(([, id]) => new RegExp(`\\b${id}\\b`).test(text))
  return `({ ${used.map(([name, id]) => (name === id ? name : `${name}: ${id}`)).join(', ')} }) => ${text}`
}
