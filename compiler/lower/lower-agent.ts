import type { NumericSettingName, Setting } from '../../grammar/index.ts'
import type { AgentSymbol, CheckedModule } from '../check/checked-program.ts'
import type { AgentDefinition, AgentId, Pure } from '../graph/index.ts'
import { lowerText } from './lower-text.ts'
import { lowerTool } from './lower-tool.ts'
import { incomplete, nested } from './giving-up.ts'
import { valueOf } from './lowering.ts'
import type { Context, Lowering, Meaning } from './lowering.ts'
import { rootPath } from './path.ts'

const defaultMaximumTokens = 1024
const defaultTurnsWithTools = 4
const defaultRepairs = 1

export function lowerAgent(lowering: Lowering, agent: AgentSymbol): AgentId {
  return nested(lowering, () => lowering.agents.idOf(agent, () => defineAgent(lowering, agent))) ?? agent.name
}

function defineAgent(lowering: Lowering, agent: AgentSymbol): AgentDefinition {
  const settings = settingsOf(lowering, agent)
  const number = (name: NumericSettingName) => {
    const setting = settings.get(name)?.setting
    return setting?.kind === name ? setting.value.value : null
  }
  const model = settings.get('model')?.setting
  const policy = settings.get('policy')?.setting
  return {
    name: agent.name,
    documentation: documentationOf(agent),
    parameters: agent.parameters.map(({ name, type }) => ({ name, type })),
    result: agent.result,
    role: template(lowering, agent, settings.get('role')),
    prompt: template(lowering, agent, settings.get('prompt')),
    model: model?.kind === 'model' ? model.slot.value : 'default',
    policy: policy?.kind === 'policy' ? policy.policy.text : 'executor',
    tools: agent.tools.map((tool) =>
      tool.kind === 'tool'
        ? { kind: 'tool', tool: lowerTool(lowering, tool) }
        : { kind: 'agent', agent: lowerAgent(lowering, tool) },
    ),
    temperature: number('temperature'),
    top_p: number('top_p'),
    max_tokens: number('max_tokens') ?? defaultMaximumTokens,
    max_turns: agent.tools.length === 0 ? 1 : (number('max_turns') ?? defaultTurnsWithTools),
    repairs: agent.result.kind === 'string' ? 0 : (number('repairs') ?? defaultRepairs),
    timeout: number('timeout'),
  }
}

/** A copy without documentation of its own has that of what it copies. */
function documentationOf(agent: AgentSymbol): string | null {
  const documented = [agent, ...agent.copies].find(({ declaration }) => declaration.documentation !== null)
  return documented?.declaration.documentation ?? null
}

interface PlacedSetting {
  readonly setting: Setting
  readonly module: CheckedModule
}

/** The settings in force: those of a copy win over those of what it copies. */
function settingsOf(lowering: Lowering, agent: AgentSymbol): ReadonlyMap<string, PlacedSetting> {
  const settings = new Map<string, PlacedSetting>()
  for (const source of [...agent.copies].reverse().concat(agent)) {
    const module = lowering.program.modules.get(source.module)
    if (module === undefined) {
      incomplete(lowering)
      continue
    }
    for (const setting of source.declaration.settings) settings.set(setting.kind, { setting, module })
  }
  return settings
}

/** A role or prompt over the agent's parameters, whose values go by their names. */
function template(lowering: Lowering, agent: AgentSymbol, placed: PlacedSetting | undefined): Pure | null {
  if (placed === undefined || (placed.setting.kind !== 'role' && placed.setting.kind !== 'prompt')) return null
  const names = new Map<string, Meaning>(agent.parameters.map(({ name }) => [name, { kind: 'value', pure: valueOf(name) }]))
  const frame = { module: placed.module, budgets: [], stack: [] }
  const context: Context = { lowering, frame, names, nodes: [], path: rootPath(agent.name), carried: null }
  return lowerText(context, placed.setting.text)
}
