import type { Graph } from '../graph/index.ts'
import { checkBounds } from './check-bounds.ts'
import type { FoundProblem } from './problem-list.ts'
import type { GraphProblem, ReadGraph, TextPlace } from './graph-problem.ts'
import { lineAndColumn } from './json/line-and-column.ts'
import { scanJson } from './json/scan-json.ts'
import type { NameTwice } from './json/scan-json.ts'
import { ProblemList } from './problem-list.ts'
import { checkShape } from './shape/check-shape.ts'
import { checkVersion } from './shape/check-version.ts'
import { checkStructure } from './structure/check-structure.ts'
import { nodesOf } from './structure/visit-nodes.ts'
import { checkGraphTypes } from './types/check-graph-types.ts'

/** A longer text is not read, in UTF-16 units. */
export const longestGraphText = 2 ** 25

/**
 * Reads a graph from a text that comes from anywhere, or from a value that is JSON. What it gives, `runWorkflow` runs without an
 * exception and within the graph's bounds. It never throws; problems come with their place, what was expected and a remedy.
 */
export function readGraph(source: unknown): ReadGraph {
  if (typeof source === 'string') return readText(source, true)
  const text = textOf(source)
  return text === null ? failed([notJson]) : readText(text, false)
}

const notJson: GraphProblem = {
  stage: 'json',
  place: '',
  text: null,
  message: 'This value is not JSON.',
  remedy: 'Give the text of a graph file, or what `JSON.parse` makes of it.',
}

/** Only what JSON can say of a foreign value counts: no accessors, no prototypes, no circles. */
function textOf(value: unknown): string | null {
  try {
    const text: unknown = JSON.stringify(value)
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}

function readText(text: string, hasPlaces: boolean): ReadGraph {
  const fail = (problems: readonly FoundProblem[]): ReadGraph =>
    failed(hasPlaces ? placed(text, problems) : problems.map(unplaced))
  if (text.length > longestGraphText) {
    const message = `The text has ${text.length} characters; a graph may have ${longestGraphText}.`
    return failed([unplaced({ stage: 'size', place: '', message, remedy: null })])
  }
  const { mistake, twice } = scanJson(text)
  if (mistake !== null) {
    const { range, ...rest } = mistake
    return failed([{ ...rest, place: '', text: hasPlaces ? placeOf(text, range) : null }])
  }
  if (twice.length > 0) return failed(twice.slice(0, 100).map((name) => nameTwice(text, name, hasPlaces)))

  const problems = new ProblemList()
  const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  checkVersion(data, problems)
  if (problems.isEmpty) checkShape(data, problems)
  if (!problems.isEmpty) return fail(problems.found)
  const graph = graphOf(data as Graph)
  checkStructure(graph, problems)
  if (!problems.isEmpty) return fail(problems.found)
  checkGraphTypes(graph, [...nodesOf(graph)].length, problems)
  if (problems.isEmpty) checkBounds(graph, problems)
  return problems.isEmpty ? { value: graph, problems: [] } : fail(problems.found)
}

function nameTwice(text: string, { pointer, name, range }: NameTwice, hasPlaces: boolean): GraphProblem {
  const message = `\`${name.slice(0, 40)}\` stands in this object before.`
  return {
    stage: 'json',
    place: pointer,
    text: hasPlaces ? placeOf(text, range) : null,
    message,
    remedy: 'Take one of the two out.',
  }
}

/** The graph by itself: without the schema that a file may name, and with tables in which no id reaches a prototype. */
function graphOf(data: Graph & { $schema?: string }): Graph {
  const graph = { ...data, agents: table(data.agents), tools: table(data.tools) }
  delete graph.$schema
  return graph
}

const table = <Entry>(entries: Readonly<Record<string, Entry>>): Readonly<Record<string, Entry>> =>
  Object.assign(Object.create(null) as Record<string, Entry>, entries)

const unplaced = ({ stage, place, message, remedy }: Omit<FoundProblem, 'marks'>): GraphProblem => ({
  stage,
  place,
  message,
  remedy,
  text: null,
})

function placed(text: string, problems: readonly FoundProblem[]): readonly GraphProblem[] {
  const { ranges, names } = scanJson(
    text,
    problems.map(({ place }) => place),
  )
  return problems.map(({ marks, ...problem }) => {
    const range = (marks === 'name' ? names : ranges).get(problem.place)
    return { ...problem, text: range === undefined ? null : placeOf(text, range) }
  })
}

const placeOf = (text: string, range: TextPlace['range']): TextPlace => ({ range, ...lineAndColumn(text, range.start) })

function failed(problems: readonly GraphProblem[]): ReadGraph {
  const [first, ...others] = problems
  if (first === undefined) throw new Error('a graph is refused for a reason')
  return { value: null, problems: [first, ...others] }
}
