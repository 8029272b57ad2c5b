import type { Setting } from '../../grammar/index.ts'
import { printExpression } from './print-expression.ts'
import { printNumber } from './print-number.ts'
import { escaped, printText } from './print-text.ts'
import { printNames } from './print-type.ts'

/** An agent's settings, each as it stands on its own line `depth` levels in. */
export const printSettings = (settings: readonly Setting[], depth: number): readonly string[] =>
  settings.map((setting) => `${setting.key.text} ${printValue(setting, depth)}`)

function printValue(setting: Setting, depth: number): string {
  switch (setting.kind) {
    case 'role':
    case 'prompt':
      return printText(setting.text, depth, (expression) => printExpression(expression, depth))
    case 'model':
      return `"${escaped(setting.slot.value)}"`
    case 'policy':
      return setting.policy.text
    case 'tools':
      return printNames(setting.tools)
    default:
      return printNumber(setting.value.value, setting.value.integer)
  }
}
