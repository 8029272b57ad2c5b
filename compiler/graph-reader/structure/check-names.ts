import type { Graph, Node } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName } from '../shown.ts'
import { nodesOf } from './visit-nodes.ts'
import type { PlacedNode } from './visit-nodes.ts'

/** Each node has a name of its own, and an instance name that agrees with it and with the regions around the node. */
export function checkNames(graph: Graph, problems: ProblemList): void {
  const names = new Set<string>()
  const loops = new Map<Node, number>()
  for (const { node, place, around } of nodesOf(graph)) {
    const { name, instance } = node
    const at = (field: string): string => pointerTo(place, field)
    if (names.has(name)) {
      problems.add(
        'structure',
        at('name'),
        `The name ${shownName(name)} is taken.`,
        `Write ${shownName(`${name}#2`)}, or another name.`,
      )
    }
    names.add(name)
    const depth = around === null ? 0 : (loops.get(around.node) ?? 0) + (isLoop(around.node) ? 1 : 0)
    loops.set(node, depth)
    const stars = instance.split('[*]').length - 1
    const begins = beginnings(graph, around)
    if (instance.replaceAll('[*]', '') !== name) {
      problems.add(
        'structure',
        at('instance'),
        `The instance ${shownName(instance)} does not belong to the name ${shownName(name)}.`,
        'It is the name, with `[*]` for the index of each loop around the node.',
      )
    } else if (stars !== depth) {
      problems.add(
        'structure',
        at('instance'),
        `The instance has ${stars} of \`[*]\`, and ${depth} loops are around the node.`,
        'It holds one for each `repeat`, `for`, `each` and `sample` around the node.',
      )
    } else if (!begins.some((beginning) => startsWith(instance, beginning))) {
      problems.add(
        'structure',
        at('instance'),
        'The instance does not stand under that of the region around the node.',
        `It begins with ${begins.map(shownName).join(' or ')}.`,
      )
    }
    if (node.place.start > node.place.end) problems.add('structure', at('place'), 'A place ends where it starts, or after that.')
  }
}

/** Whether the blocks of the node run once for each index. */
const isLoop = ({ kind }: Node): boolean => kind === 'repeat' || kind === 'for' || kind === 'each' || kind === 'sample'

/** Whether a whole segment, or an index, ends there. */
const startsWith = (instance: string, beginning: string): boolean =>
  instance.startsWith(beginning) && /^(?:$|[/[])/.test(instance.slice(beginning.length))

/** What the instance of a node may begin with, by the region around it. */
function beginnings({ workflow }: Graph, around: PlacedNode['around']): readonly string[] {
  if (around === null) return [workflow]
  const { node, block } = around
  const own = node.instance
  const parent = own.slice(0, Math.max(0, own.lastIndexOf('/')))
  switch (node.kind) {
    case 'if':
      return [`${own}/${block === 0 ? 'then' : 'else'}`]
    case 'match':
      return [`${own}/${node.arms[block]?.member ?? 'else'}`]
    case 'repeat':
    case 'for':
      return [`${own}[*]`]
    // What is the whole operand of a binding goes by the binding's name.
    case 'each':
    case 'sample':
      return [`${own}[*]`, `${parent}[*]`]
    case 'lazy':
      return [parent]
    default:
      return [own]
  }
}
