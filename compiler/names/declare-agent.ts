import type { AgentDeclaration, Name } from '../../grammar/index.ts'
import type { AgentSymbol, ToolSymbol } from '../check/checked-program.ts'
import { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../diagnostics/first-of-each.ts'
import { namesMessages } from '../diagnostics/names-messages.ts'
import { didYouMean } from '../diagnostics/nearest-name.ts'
import { misspeltName } from '../fixes/misspelt-name.ts'
import { declareValueParameters } from './declare-parameters.ts'
import type { ModuleNames } from './module-names.ts'
import { resolveValueType } from './resolve-type.ts'
import { thingText } from './thing.ts'
import { topLevelTypeScope } from './type-scope.ts'

/** An agent whose `tools` are filled in later: tools may name agents that are not declared yet. */
export interface OpenAgentSymbol extends AgentSymbol {
  readonly tools: (ToolSymbol | AgentSymbol)[]
}

/** The agent's symbol, without tools; `null`, after a report, where what it copies is no agent. */
export function declareAgent(declaration: AgentDeclaration, names: ModuleNames): OpenAgentSymbol | null {
  const base = { kind: 'agent', name: declaration.name.text, module: names.path, declaration, tools: [] } as const
  const { signature } = declaration
  if (signature.kind === 'copy') {
    const original = copiedAgent(signature.of, names)
    if (original === null) return null
    const { parameters, result } = original
    return { ...base, tools: [], parameters, result, copies: [original, ...original.copies] }
  }
  const parameters = declareValueParameters(signature.parameters, 'an agent', names)
  const result = resolveValueType(signature.result, topLevelTypeScope(names))
  return { ...base, tools: [], parameters, result, copies: [] }
}

function copiedAgent({ text, range }: Name, names: ModuleNames): AgentSymbol | null {
  const meaning = names.lookUp(text)
  if (meaning === 'silent') return null
  if (meaning === null) {
    if (!names.firstTime(`callee ${text}`)) return null
    const agents = names.namesOf('agent')
    const fix = misspeltName(text, range, agents)
    names.report(namesMessages.unknownAgent, { name: text, hint: didYouMean(text, agents) }, range, { fix })
    return null
  }
  if (meaning.kind === 'agent') return meaning
  names.report(namesMessages.notAnAgent, { name: text, thing: thingText(meaning.kind), hint: null }, range)
  return null
}

/** Puts in what the agent's `tools` setting names, or what the agent that it copies has. */
export function fillTools(agent: OpenAgentSymbol, names: ModuleNames): void {
  const settings = agent.declaration.settings.flatMap((setting) => (setting.kind === 'tools' ? [setting] : []))
  const [setting] = settings
  if (setting === undefined) {
    agent.tools.push(...(agent.copies[0]?.tools ?? []))
    return
  }
  const isFirst = firstOfEach(duplicatesMessages.duplicateTool, names.path, names.report)
  for (const name of setting.tools) {
    const tool = isFirst(name) ? namedTool(name, names) : null
    if (tool !== null) agent.tools.push(tool)
  }
}

function namedTool({ text, range }: Name, names: ModuleNames): ToolSymbol | AgentSymbol | null {
  const meaning = names.lookUp(text)
  if (meaning === 'silent') return null
  if (meaning === null) {
    if (!names.firstTime(`callee ${text}`)) return null
    const known = names.namesOf('tool', 'agent')
    const hint = didYouMean(text, known) ?? standardToolHint(text)
    names.report(namesMessages.unknownTool, { name: text, hint }, range, { fix: misspeltName(text, range, known) })
    return null
  }
  if (meaning.kind === 'tool' || meaning.kind === 'agent') return meaning
  const hint = meaning.kind === 'workflow' ? 'Let an agent do the work, and name that agent.' : null
  names.report(namesMessages.notATool, { name: text, thing: thingText(meaning.kind), hint }, range)
  return null
}

const standardToolHint = (name: string): string | null =>
  name === 'python' || name === 'calculator' ? `Write \`import { ${name} } from "std/tools"\` at the top.` : null
