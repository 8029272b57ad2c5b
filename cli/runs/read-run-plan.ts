import { readGraph } from '../../compiler/graph-reader/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { isRunConfiguration } from '../../runtime/configuration/index.ts'
import { isExecutionHeader } from '../../runtime/journal/index.ts'
import type { ExecutionHeader, Journal } from '../../runtime/journal/index.ts'
import type { RunPlan } from './run-plan.ts'

/** What a journal holds where a plan stands: `plan` is `null` where nothing does. */
export type ReadRunPlan =
  | { readonly kind: 'ok'; readonly plan: RunPlan | null }
  /** It is none that this program wrote: a journal may come from anywhere. */
  | { readonly kind: 'error'; readonly message: string }

/** Reads the plan that a journal holds. */
export function readRunPlan(journal: Journal): ReadRunPlan {
  const found = journal.plan()
  if (found.kind === 'error') return { kind: 'error', message: found.problem.message }
  const stored = found.value
  if (stored === null) return { kind: 'ok', plan: null }
  const damaged = (reason: string): ReadRunPlan => ({ kind: 'error', message: `${journal.file} is damaged: ${reason}` })
  if (!isPlan(stored)) return damaged('what it says of its run is no plan of one')
  const problem = graphProblem(stored.header)
  return problem === null ? { kind: 'ok', plan: stored } : damaged(problem)
}

/** Why the graph of a run cannot be run, or `null`. */
export function graphProblem(header: ExecutionHeader): string | null {
  const { value, problems } = readGraph(header.graph)
  if (value === null) return `its script cannot be read. ${problems[0].message}`
  graphs.set(header, value)
  return null
}

const graphs = new WeakMap<ExecutionHeader, Graph>()

/** The graph of a run; its header has been found to hold one. */
export function graphOf(header: ExecutionHeader): Graph {
  const graph = graphs.get(header)
  if (graph === undefined) throw new Error('the header of a run was not read')
  return graph
}

type Fields = { readonly [field: string]: unknown }

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem)

const isTextOrNull = (value: unknown): boolean => value === null || isText(value)

function isPlan(stored: unknown): stored is RunPlan {
  if (!isFields(stored)) return false
  const { header, isForTasks, runs, sources, limits, recordings } = stored
  if (!isExecutionHeader(header) || typeof isForTasks !== 'boolean') return false
  if (!isFields(recordings) || !Object.values(recordings).every(isText)) return false
  return isListOf(runs, isPlannedRun) && isSources(sources) && isRunConfiguration({ ...sources.found.configuration, limits })
}

const isPlannedRun = (value: unknown): boolean => isFields(value) && isTextOrNull(value.task) && isFields(value.inputs)

function isSources(value: unknown): value is RunPlan['sources'] {
  if (!isFields(value)) return false
  const { found, flags, cache, otherSlots } = value
  return isFound(found) && isListOf(flags, isText) && isTextOrNull(cache) && isListOf(otherSlots, isText)
}

function isFound(value: unknown): boolean {
  if (!isFields(value)) return false
  const { configuration, file, folder, isNamed } = value
  return isRunConfiguration(configuration) && isTextOrNull(file) && isText(folder) && typeof isNamed === 'boolean'
}
