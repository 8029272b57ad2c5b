import { criticalPath } from '../../runtime/telemetry/index.ts'
import type { TreeEntry } from '../../runtime/telemetry/index.ts'
import { padEndTo, textWidth } from '../terminal/text-width.ts'
import { printable } from '../terminal/printable.ts'
import type { Channel } from '../terminal/terminal.ts'

interface Row {
  readonly label: string
  readonly entry: TreeEntry
  readonly isCritical: boolean
}

/** A run as a tree with time, tokens and cost; what stands on the critical path is marked, and listed below. */
export function showTree(root: TreeEntry, { colors }: Channel): string {
  const path = criticalPath(root)
  const critical = new Set(path)
  const rows = rowsOf(root, '', '', critical)
  const width = Math.max(...rows.map(({ label }) => textWidth(label)))
  const lines = rows.map(({ label, entry, isCritical }) => {
    const text = `${isCritical ? '*' : ' '} ${padEndTo(label, width)}  ${figures(entry)}`
    const problem = entry.problem === null ? '' : `  ${colors.red(printable(entry.problem))}`
    return `${isCritical ? colors.bold(text) : text}${problem}`
  })
  const time = path.reduce((sum, { start, end }) => sum + end - start, 0)
  const total = root.end - root.start
  const share = total > 0 ? ` (${Math.round((100 * time) / total)} % of the run)` : ''
  const steps = path.map(({ node, what, start, end }) => `  ${seconds(end - start)}  ${printable(node)} ${printable(what)}`)
  const summary = path.length === 0 ? [] : ['', `critical path: ${seconds(time).trim()} in ${path.length} calls${share}`, ...steps]
  return `${[...lines, ...summary].map((line) => line.trimEnd()).join('\n')}\n`
}

function rowsOf(entry: TreeEntry, prefix: string, childPrefix: string, critical: ReadonlySet<TreeEntry>): readonly Row[] {
  const rows = entry.children.flatMap((child, position) => {
    const isLast = position === entry.children.length - 1
    return rowsOf(child, `${childPrefix}${isLast ? '└ ' : '├ '}`, `${childPrefix}${isLast ? '  ' : '│ '}`, critical)
  })
  return [{ label: `${prefix}${labelOf(entry)}`, entry, isCritical: critical.has(entry) }, ...rows]
}

function labelOf({ kind, node, what }: TreeEntry): string {
  switch (kind) {
    case 'workflow':
      return printable(what)
    case 'node':
      return what === 'agent' ? printable(node) : `${printable(node)} (${what})`
    case 'request':
      return `request to ${printable(what)}`
    case 'tool':
      return `${printable(what)} (tool)`
    case 'wait':
      return `a person's ${printable(what)}`
  }
}

function figures({ start, end, tokens, cost }: TreeEntry): string {
  const used = tokens.prompt + tokens.completion === 0 ? '' : `  ${tokens.prompt} + ${tokens.completion} tokens`
  const paid = cost === null ? '' : `  cost ${Number(cost.toPrecision(3))}`
  return `${seconds(end - start)}${used}${paid}`
}

const seconds = (value: number): string => `${value.toFixed(2).padStart(7)} s`
