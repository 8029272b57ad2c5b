import { nameHint } from '../../runtime/configuration/index.ts'
import type { DesignBudget } from '../../trainer/design/index.ts'

const measures = ['calls', 'tool_calls', 'tokens', 'depth'] as const

export type ReadDesignBudget = { readonly kind: 'ok'; readonly budget: DesignBudget } | { readonly kind: 'error'; readonly message: string }

/** Reads `calls=20,depth=5`. */
export function readDesignBudget(text: string): ReadDesignBudget {
  const budget = new Map<string, number>()
  for (const part of text.split(',')) {
    const [name = '', value = ''] = part.split('=').map((side) => side.trim())
    if (!(measures as readonly string[]).includes(name)) return { kind: 'error', message: `--budget has no "${name}".${nameHint(name, measures)}` }
    if (!/^\d+$/.test(value)) return { kind: 'error', message: `--budget ${name} needs a whole number, as in calls=20,depth=5` }
    if (budget.has(name)) return { kind: 'error', message: `--budget has "${name}" twice` }
    budget.set(name, Number(value))
  }
  return { kind: 'ok', budget: Object.fromEntries(budget) }
}
