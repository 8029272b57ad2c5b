import type { Graph, Node, ValueId } from '../graph/index.ts'
import { lowerFirst } from './identifiers.ts'

const regionWords = new Set(['each', 'sample', 'otherwise', 'and', 'or', 'default'])

/** The name of the script's that a node's result goes by, or one made of what is called. */
export function resultName(node: Node, graph: Graph, id: ValueId): string {
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
      const outer = regionWords.has(segments.at(-1) ?? '') ? segments.at(-2) : segments.at(-1)
      return nameOr(outer ?? 'value')
    }
    default:
      return nameOr(nameOfValue(id))
  }
}

/** The name of the script's that a value was bound to. */
export const nameOfValue = (id: ValueId): string => id.replace(/\.\d+$/, '')

/** Words of the language that stand in paths are no names of the script's. */
const nameOr = (segment: string): string =>
  ['return', 'yield', 'if', 'match', 'repeat', 'for', 'assert', 'stop', 'then', 'else', '_', ...regionWords].includes(segment)
    ? 'result'
    : segment.replace(/[^A-Za-z0-9_]/g, '_')
