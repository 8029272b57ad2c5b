import type { Block, Graph, Node } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName } from '../shown.ts'
import { nodesOf, placedBlocksOf } from './visit-nodes.ts'
import type { PlacedNode } from './visit-nodes.ts'

type Loop = Extract<Node, { kind: 'repeat' | 'for' }>

/** Every block hands on as many values as its region takes, every `stop` has a loop to leave, and arms stand once. */
export function checkRegions(graph: Graph, problems: ProblemList): void {
  expectOutputs(graph.body, '/body', 1, problems)
  const regions = new Map<Node, PlacedNode>()
  for (const placed of nodesOf(graph)) {
    const { node, place } = placed
    regions.set(node, placed)
    const taken = outputsTaken(node)
    for (const { block, place: inside } of placedBlocksOf(node, place)) expectOutputs(block, inside, taken, problems)
    if ((node.kind === 'repeat' || node.kind === 'for') && node.results.length !== taken) {
      problems.add(
        'structure',
        pointerTo(place, 'results'),
        `There are ${node.results.length} results and ${taken} carried values.`,
        'A loop gives one result for each value that it carries.',
      )
    }
    if (node.kind === 'match') checkArms(node, place, problems)
    if (node.kind === 'stop') checkStop(node, placed, regions, problems)
  }
}

/** How many values each block of the region hands on. */
function outputsTaken(node: Node): number {
  switch (node.kind) {
    case 'if':
    case 'match':
      return node.results.length
    case 'repeat':
    case 'for':
      return node.carried.length
    default:
      return 1
  }
}

function expectOutputs({ outputs }: Block, place: string, count: number, problems: ProblemList): void {
  if (outputs.length === count) return
  problems.add('structure', pointerTo(place, 'outputs'), `This block hands on ${outputs.length} values; ${count} are taken.`)
}

function checkArms({ arms }: Extract<Node, { kind: 'match' }>, place: string, problems: ProblemList): void {
  const members = new Set<string | null>()
  arms.forEach(({ member }, position) => {
    const at = pointerTo(place, 'arms', position, 'member')
    if (members.has(null))
      problems.add('structure', at, 'No arm follows the one for all other members.', 'Put the arm of `null` last.')
    else if (members.has(member)) problems.add('structure', at, `There is an arm for ${shownName(String(member))} before.`)
    members.add(member)
  })
}

function checkStop(
  node: Extract<Node, { kind: 'stop' }>,
  placed: PlacedNode,
  regions: ReadonlyMap<Node, PlacedNode>,
  problems: ProblemList,
): void {
  const loop = loopLeft(placed, regions)
  if (loop === null) {
    problems.add(
      'structure',
      placed.place,
      'This `stop` has no loop to leave.',
      'It stands in a `repeat` or `for`, with only `if` and `match` between.',
    )
  } else if (loop.carried.length !== node.carried.length) {
    const message = `This \`stop\` hands on ${node.carried.length} values; its loop carries ${loop.carried.length}.`
    problems.add('structure', pointerTo(placed.place, 'carried'), message)
  }
}

/** The loop that a `stop` leaves: the innermost one, with nothing but branches between. */
function loopLeft({ around }: PlacedNode, regions: ReadonlyMap<Node, PlacedNode>): Loop | null {
  for (let region = around?.node; region !== undefined; region = regions.get(region)?.around?.node) {
    if (region.kind === 'repeat' || region.kind === 'for') return region
    if (region.kind !== 'if' && region.kind !== 'match') return null
  }
  return null
}
