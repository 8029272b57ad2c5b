import { awaitedWithCommands } from '../approval/show-awaited.ts'
import { awaitedJson } from '../json/awaited-json.ts'
import { runDetailsJson } from '../json/runs-json.ts'
import type { RunDetailsJson } from '../json/runs-json.ts'
import { showValue } from '../run/show-runs.ts'
import { printable } from '../terminal/printable.ts'
import type { Channel } from '../terminal/terminal.ts'
import { countOf } from '../text/count-of.ts'
import { endedOutcomes } from './run-summary.ts'
import type { RunSummary } from './run-summary.ts'

/** A run as a row: its name, state, tasks, calls, and when it was touched last. */
export function runLine(run: RunSummary): readonly string[] {
  if (run.kind === 'unreadable') return [run.id, 'unreadable', '', '', '']
  const { id, state, plan, executions, touched } = run
  const calls = executions.reduce((sum, execution) => sum + execution.calls, 0)
  return [id, state, `${endedOutcomes(executions).length}/${plan.runs.length}`, String(calls), timeText(touched)]
}

type ReadableRun = Extract<RunSummary, { readonly kind: 'run' }>

/** What a run was asked, did and came to, and what it waits for; `resume` is the command that goes on with it. */
export function showRunSummary(run: ReadableRun, resume: string, out: Channel): string {
  const { plan, executions, id, state } = run
  const { header } = plan
  const models = Object.entries(header.models).map(([slot, description]) => `model ${slot}: ${description}`)
  const left = plan.runs.length - executions.length
  const lines = [
    `${id}: ${state}, workflow ${header.workflow}, seed ${header.seed}`,
    ...models,
    ...Object.entries(header.tools).map(([from, description]) => `tool ${from}: ${description}`),
    ...runDetailsJson(run).results.map((result) => resultText(result, out)),
    ...(left === 0 ? [] : [`${countOf(left, plan.isForTasks ? 'task' : 'run')} not begun`]),
  ]
  const awaited = executions.flatMap(({ task, awaited: calls }) =>
    calls.map((call) => awaitedWithCommands(awaitedJson(call), task, { resume, width: out.width })),
  )
  return `${lines.map((line) => `${out.isTerminal ? printable(line) : line}\n`).join('')}${awaited.join('')}`
}

function resultText({ id, calls, outcome, awaited }: RunDetailsJson['results'][number], out: Channel): string {
  const name = id === undefined ? 'result' : `task ${id}`
  const made = countOf(calls, 'call')
  if (awaited !== undefined) return `${name}: waiting for ${countOf(awaited.length, 'answer')} after ${made}`
  if (outcome === undefined || outcome.kind === 'suspended') return `${name}: unfinished after ${made}`
  return outcome.kind === 'ok'
    ? `${name}: ok after ${made}: ${showValue(outcome.value, out)}`
    : `${name}: failed after ${made}: ${outcome.node} ${outcome.code}: ${outcome.message}`
}

/** Such as `2026-11-25 06:53:09`, in universal time. */
const timeText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
