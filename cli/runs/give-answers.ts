import type { ExecutionSummary, Journal } from '../../runtime/journal/index.ts'
import { answeredNodes, givenAnswers } from '../approval/given-answers.ts'
import type { AnswerOptions } from '../approval/given-answers.ts'

/** Keeps what options answer to calls of a run, all of it or nothing; the reason where it cannot be kept. */
export function giveAnswers(journal: Journal, options: AnswerOptions): string | null {
  const nodes = answeredNodes(options)
  if (nodes.length === 0 && options.task === undefined) return null
  if (nodes.length === 0) return '--task says whose calls are answered: with --approve, --refuse or --answer'
  const found = journal.executions()
  if (found.kind === 'error') return found.problem.message
  const execution = executionFor(found.value, options.task, nodes)
  if (typeof execution === 'string') return execution
  const given = givenAnswers(options, execution.awaited)
  if (given.kind === 'error') return given.message
  return journal.answer(execution.task, given.answers)?.message ?? null
}

/** The run that is answered: that of the task, the only one, or the only one in which those calls wait. */
function executionFor(
  executions: readonly ExecutionSummary[],
  task: string | undefined,
  nodes: readonly string[],
): ExecutionSummary | string {
  if (task !== undefined) return executions.find((one) => one.task === task) ?? `no task "${task}" has begun`
  const [only] = executions
  if (only !== undefined && executions.length === 1) return only
  const waiting = executions.filter(({ awaited }) => nodes.every((node) => awaited.some((call) => call.node === node)))
  const [first] = waiting
  if (first === undefined) return `no task waits for an answer at ${nodes.join(', ')}`
  if (waiting.length === 1) return first
  return `${waiting.length} tasks wait for an answer at ${nodes.join(', ')}: choose one with --task ID`
}
