import type { Graph } from '../../compiler/index.ts'
import type { ModelClient } from '../model/model-client.ts'
import type { RetryPolicy } from '../model/retry.ts'
import type { ToolImplementation } from '../tools/tool-implementation.ts'
import { differenceText } from '../values/difference-text.ts'
import { firstDifference } from '../values/first-difference.ts'
import { isRecord } from '../values/record.ts'
import { contentHash } from './content-store.ts'

/** All that a run follows from, besides what comes into it. Where it changes, the run is another one. */
export interface ExecutionHeader {
  readonly workflow: string
  /** The hash of the graph's meaning: without the places of its text. */
  readonly graphHash: string
  /** The whole graph, as JSON. */
  readonly graph: string
  readonly inputs: { readonly [name: string]: unknown }
  readonly seed: number
  /** Descriptions by slot. */
  readonly models: { readonly [slot: string]: string }
  /** Descriptions by a tool's `from`; empty where a tool has none. */
  readonly tools: { readonly [from: string]: string }
  readonly retries: RetryPolicy
}

export interface HeaderParts {
  readonly graph: Graph
  readonly inputs: { readonly [name: string]: unknown }
  readonly seed: number
  readonly models: ReadonlyMap<string, Pick<ModelClient, 'description'>>
  readonly tools: ReadonlyMap<string, Pick<ToolImplementation, 'description'>>
  readonly retries: RetryPolicy
}

/** The header of a run. Models and tools that the graph does not use are left out. */
export function executionHeader({ graph, inputs, seed, models, tools, retries }: HeaderParts): ExecutionHeader {
  const slots = [...new Set(Object.values(graph.agents).map((agent) => agent.model))].sort()
  const sources = [...new Set(Object.values(graph.tools).map((tool) => tool.from))].sort()
  return {
    workflow: graph.workflow,
    ...graphTexts(graph),
    inputs,
    seed,
    models: Object.fromEntries(slots.map((slot) => [slot, models.get(slot)?.description ?? ''])),
    tools: Object.fromEntries(sources.map((from) => [from, tools.get(from)?.description ?? ''])),
    retries,
  }
}

/** In words, where two headers first differ; `null` where they mean the same run. */
export function headerDifference(stored: ExecutionHeader, given: ExecutionHeader): string | null {
  const left: unknown = { ...meant(stored), graph: null }
  // Through JSON: what is `undefined` here is absent there.
  const right: unknown = JSON.parse(JSON.stringify({ ...meant(given), graph: null }))
  const { graphHash, ...others } = stored
  const difference =
    graphHash === given.graphHash
      ? firstDifference(left, right)
      : firstDifference({ script: graphMeaning(others.graph) }, { script: graphMeaning(given.graph) })
  return difference === null ? null : differenceText(difference)
}

const meant = ({ workflow, inputs, seed, models, tools, retries }: ExecutionHeader): object => ({
  workflow,
  inputs,
  models,
  tools,
  seed,
  retries,
})

const textsOfGraphs = new WeakMap<Graph, Pick<ExecutionHeader, 'graph' | 'graphHash'>>()

/** Made once per graph: a file of tasks runs the same one many times. */
function graphTexts(graph: Graph): Pick<ExecutionHeader, 'graph' | 'graphHash'> {
  const known = textsOfGraphs.get(graph)
  if (known !== undefined) return known
  const text = JSON.stringify(graph)
  const texts = { graph: text, graphHash: contentHash(JSON.stringify(graphMeaning(text))) }
  textsOfGraphs.set(graph, texts)
  return texts
}

/** A graph without its file's name and the places of its nodes: layout and a file's place change no run. */
function graphMeaning(text: string): unknown {
  const meaning: unknown = JSON.parse(text, (_, part: unknown) =>
    isRecord(part) && 'instance' in part ? without(part, 'place') : part,
  )
  return isRecord(meaning) ? without(meaning, 'file') : meaning
}

const without = (record: object, field: string): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== field))
