import { blocksOf } from '../graph/index.ts'
import type { Block, Graph, Node, ValueId } from '../graph/index.ts'
import { lowerFirst } from './identifiers.ts'

/** What regions append to paths, and what their result is called where it is only a part of what the script names. */
const regionWords: ReadonlyMap<string, string> = new Map([
  ['each', 'items'],
  ['sample', 'samples'],
  ['otherwise', 'either'],
  ['and', 'holds'],
  ['or', 'holds'],
  ['default', 'value'],
])

/** What names are made from: the graph, and the instances of all its nodes. */
export interface NameSource {
  readonly module: { readonly graph: Graph }
  readonly instances: ReadonlySet<string>
}

/** The instances of all nodes in the block. */
export function instancesIn(body: Block): ReadonlySet<string> {
  const instances = new Set<string>()
  const pending = [body]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const node of next.nodes) {
      instances.add(node.instance)
      pending.push(...blocksOf(node))
    }
  }
  return instances
}

/** The name of the script's that a node's result goes by, or one made of what is called. */
export function resultName(node: Node, { module: { graph }, instances }: NameSource, id: ValueId): string {
  const segments = node.name.split('/').map((segment) => segment.replace(/#\d+$/, ''))
  switch (node.kind) {
    case 'agent':
    case 'tool': {
      const called = node.kind === 'agent' ? graph.agents[node.agent]?.name : graph.tools[node.tool]?.name
      const last = segments.at(-1) ?? 'value'
      return last === called ? lowerFirst(last) : nameOr(last)
    }
    case 'each':
    case 'sample':
    case 'otherwise':
    case 'lazy': {
      const word = regionWords.get(segments.at(-1) ?? '')
      if (word === undefined) return nameOr(segments.at(-1) ?? 'value')
      const isPart = instances.has(node.instance.slice(0, node.instance.lastIndexOf('/')))
      return isPart ? word : nameOr(segments.at(-2) ?? 'value')
    }
    default:
      return nameOr(nameOfValue(id))
  }
}

/** The name of the script's that a value was bound to. */
export const nameOfValue = (id: ValueId): string => id.replace(/\.\d+$/, '')

/** Words of the language that stand in paths are no names of the script's. */
const nameOr = (segment: string): string =>
  ['return', 'yield', 'if', 'match', 'repeat', 'for', 'assert', 'stop', 'then', 'else', '_', ...regionWords.keys()].includes(segment)
    ? 'result'
    : segment.replace(/[^A-Za-z0-9_]/g, '_')
