import { addUsage, noUsage } from '../../runtime/index.ts'
import type { Usage } from '../../runtime/index.ts'
import type { Value } from '../../compiler/index.ts'
import { printable } from '../terminal/printable.ts'
import type { Channel, Terminal } from '../terminal/terminal.ts'
import { countOf } from '../text/count-of.ts'
import type { FinishedRun } from './finished-run.ts'

/** A value for a person: a string as it is, anything else as JSON. */
export function showValue(value: Value, out: Channel): string {
  const text = valueText(value, 2)
  return out.isTerminal ? printable(text) : text
}

/** The result of a run that is for no task: its value on standard output, or its failure, then what it used. */
export function showRun({ outcome, usage, truncated }: FinishedRun, seed: number, { out, err }: Terminal): void {
  if (outcome.kind === 'ok') out.write(`${showValue(outcome.value, out)}\n`)
  else {
    const { red, bold } = err.colors
    err.write(`${red('failed')} ${bold(printable(outcome.node))} ${printable(outcome.code)}: ${printable(outcome.message)}\n`)
  }
  if (truncated.length > 0) err.write(`${cutOffText(truncated)}\n`)
  err.write(`${err.colors.dim(`${usageText(usage)}, seed ${seed}`)}\n`)
}

const cutOffText = (nodes: readonly string[]): string =>
  `cut off at max_tokens: ${nodes.map(printable).join(', ')} (raise max_tokens of the agent for whole texts)`

const valueText = (value: Value, indent: number): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, indent)

const LONGEST_LINE = 100

/** One line for the run of a task. */
export function showTaskLine({ task, outcome }: FinishedRun, { out }: Terminal): void {
  const { colors } = out
  const isOk = outcome.kind === 'ok'
  const text = isOk ? valueText(outcome.value, 0) : `${outcome.node} ${outcome.code}: ${outcome.message}`
  out.write(`${isOk ? colors.green('ok    ') : colors.red('failed')} ${printable(task ?? '')}: ${shortened(text)}\n`)
}

/** What the runs of all tasks came to. */
export function showSummary(runs: readonly FinishedRun[], seed: number, { err }: Terminal): void {
  const failed = runs.filter((run) => run.outcome.kind === 'failed').length
  const total = runs.map((run) => run.usage).reduce(addUsage, noUsage)
  const cutOff = [...new Set(runs.flatMap((run) => run.truncated))].sort()
  if (cutOff.length > 0) err.write(`${cutOffText(cutOff)}\n`)
  const counts = `${countOf(runs.length, 'task')}, ${runs.length - failed} succeeded, ${failed} failed`
  err.write(`${counts}\n${err.colors.dim(`${usageText(total)} of run time, seed ${seed}`)}\n`)
}

function usageText(usage: Usage): string {
  const tries = usage.attempts === usage.requests ? '' : ` (${countOf(usage.attempts, 'try').replace('trys', 'tries')})`
  const parts = [
    `${countOf(usage.requests, 'request')}${tries}`,
    ...(usage.tool_calls === 0 ? [] : [countOf(usage.tool_calls, 'tool call')]),
    `${usage.prompt_tokens} + ${usage.completion_tokens} tokens`,
    ...(usage.cost === undefined ? [] : [`cost ${costText(usage.cost)}`]),
    `${usage.seconds.toFixed(1)} s`,
  ]
  return parts.join(', ')
}

/** Four significant digits: most runs cost a fraction of the unit. */
const costText = (cost: number): string => String(Number(cost.toPrecision(4)))

function shortened(text: string): string {
  const line = printable(text.trim().replace(/\s*\n\s*/g, ' '))
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line
}
