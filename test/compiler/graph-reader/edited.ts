import { expect } from 'vitest'
import { readGraph } from '../../../compiler/graph-reader/index.ts'
import type { Graph } from '../../../compiler/index.ts'
import { graphOf } from '../compile/compile-source.ts'
import { script } from './mixed-graph.ts'

/** Where a graph is edited, as a JSON pointer, and what stands there then; `undefined` takes it out. */
export type Edits = Readonly<Record<string, unknown>>

/** The graph of a script as data, with these edits. */
export function edited(script: string, edits: Edits = {}): unknown {
  const data = JSON.parse(JSON.stringify(graphOf(script))) as unknown
  for (const [pointer, value] of Object.entries(edits)) edit(data, pointer, value)
  return data
}

function edit(data: unknown, pointer: string, value: unknown): void {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop() ?? ''
  const holder = steps.reduce<unknown>((part, step) => Reflect.get(part as object, step), data) as object
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true })
}

/** What is said of a graph: each problem as `stage place`. */
export const placesOf = (data: unknown): readonly string[] =>
  readGraph(data).problems.map(({ stage, place }) => `${stage} ${place}`)

/** What is said of a graph, with the remedy. */
export const messagesOf = (data: unknown): readonly string[] =>
  readGraph(data).problems.map(({ message, remedy }) => (remedy === null ? message : `${message} ${remedy}`))

/** The graph that is read; an error with what is wrong where it is refused. */
export function accepted(data: unknown): Graph {
  const { value, problems } = readGraph(data)
  if (value === null) throw new Error(JSON.stringify(problems))
  return value
}

/** The mixed graph with these edits has this one problem. */
export function expectProblem(edits: Edits, place: string, message: string | RegExp): void {
  const data = edited(script, edits)
  expect(placesOf(data)).toEqual([`structure ${place}`])
  expect(messagesOf(data)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
}
