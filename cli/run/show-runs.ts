import { addUsage, noUsage } from '../../runtime/index.ts'
import type { Usage } from '../../runtime/index.ts'
import type { Value } from '../../compiler/index.ts'
import { printable } from '../terminal/printable.ts'
import type { Channel, Terminal } from '../terminal/terminal.ts'
import { countOf } from '../text/count-of.ts'
import { awaitedWithCommands } from '../approval/show-awaited.ts'
import type { FinishedRun, ShownOutcome } from './finished-run.ts'

/** A value for a person: a string as it is, anything else as JSON. */
export function showValue(value: Value, out: Channel): string {
  const text = valueText(value, 2)
  return out.isTerminal ? printable(text) : text
}

export interface ShownRun {
  readonly seed: number
  /** The command that goes on with it; `null` where it is not kept. */
  readonly resume: string | null
}

/** The result of a run that is for no task: its value on standard output, its failure, or what it waits for; then what it used. */
export function showRun({ outcome, usage, truncated }: FinishedRun, { seed, resume }: ShownRun, { out, err }: Terminal): void {
  switch (outcome.kind) {
    case 'ok':
      out.write(`${showValue(outcome.value, out)}\n`)
      break
    case 'failed': {
      const { red, bold } = err.colors
      err.write(`${red('failed')} ${bold(printable(outcome.node))} ${printable(outcome.code)}: ${printable(outcome.message)}\n`)
      break
    }
    case 'suspended':
      for (const call of outcome.awaited) err.write(awaitedWithCommands(call, null, { resume, width: err.width }))
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
  const { word, text } = taskText(outcome, out)
  out.write(`${word} ${printable(task ?? '')}: ${shortened(text)}\n`)
}

function taskText(outcome: ShownOutcome, { colors }: Channel): { readonly word: string; readonly text: string } {
  switch (outcome.kind) {
    case 'ok':
      return { word: colors.green('ok    '), text: valueText(outcome.value, 0) }
    case 'failed':
      return { word: colors.red('failed'), text: `${outcome.node} ${outcome.code}: ${outcome.message}` }
    case 'suspended':
      return { word: colors.yellow('waits '), text: `for a person, at ${outcome.awaited.map(({ node }) => node).join(', ')}` }
  }
}

/** What the runs of all tasks came to. */
export function showSummary(
  runs: readonly FinishedRun[],
  { seed, show }: { readonly seed: number; readonly show: string | null },
  { err }: Terminal,
): void {
  const count = (kind: ShownOutcome['kind']): number => runs.filter((run) => run.outcome.kind === kind).length
  const waiting = count('suspended')
  const total = runs.map((run) => run.usage).reduce(addUsage, noUsage)
  const cutOff = [...new Set(runs.flatMap((run) => run.truncated))].sort()
  if (cutOff.length > 0) err.write(`${cutOffText(cutOff)}\n`)
  const ended = `${countOf(runs.length, 'task')}, ${count('ok')} succeeded, ${count('failed')} failed`
  const counts = waiting === 0 ? ended : `${ended}, ${waiting} waiting`
  err.write(`${counts}\n${err.colors.dim(`${usageText(total)} of run time, seed ${seed}`)}\n`)
  if (waiting > 0 && show !== null) err.write(`what is waited for, and how to answer: ${show}\n`)
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
