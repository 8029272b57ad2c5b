import type { NumericSettingName, Setting } from '../../../grammar/index.ts'
import { declarationsMessages } from '../../diagnostics/declarations-messages.ts'
import { duplicatesMessages } from '../../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../../diagnostics/first-of-each.ts'
import type { Report } from '../../diagnostics/reporter.ts'
import type { AgentSymbol } from '../checked-program.ts'
import { integerFrom, seconds } from './number-rule.ts'
import type { NumberRule } from './number-rule.ts'

const numberRules: Readonly<Record<NumericSettingName, NumberRule>> = {
  temperature: { rule: 'a number from 0 to 2', accepts: (value) => value >= 0 && value <= 2 },
  top_p: { rule: 'a number above 0, up to 1', accepts: (value) => value > 0 && value <= 1 },
  max_tokens: integerFrom(1),
  max_turns: integerFrom(1),
  repairs: integerFrom(0),
  timeout: seconds,
}

/** Each setting stands once, with a value that means something. */
export function checkSettings(agent: AgentSymbol, report: Report): void {
  const isFirst = firstOfEach(duplicatesMessages.duplicateSetting, agent.module, report)
  for (const setting of agent.declaration.settings) {
    if (isFirst(setting.key)) checkSetting(setting, agent, report)
  }
}

function checkSetting(setting: Setting, agent: AgentSymbol, report: Report): void {
  switch (setting.kind) {
    case 'role':
    case 'prompt':
    case 'policy':
    case 'tools':
      return
    case 'model':
      if (/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(setting.slot.value)) return
      report(declarationsMessages.slotName, { slot: setting.slot.value }, setting.slot.range)
      return
    default: {
      const { rule, accepts } = numberRules[setting.kind]
      const { value } = setting
      if (!accepts(value.value, value.integer)) {
        report(declarationsMessages.settingRange, { name: setting.kind, rule }, value.range)
      } else if (setting.kind === 'max_turns' && agent.tools.length === 0) {
        report(declarationsMessages.turnsWithoutTools, { name: agent.name }, setting.range)
      }
    }
  }
}
