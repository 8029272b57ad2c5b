import { blocksOf, operandsOf, pureOperands, textValues } from '../graph/index.ts'
import type { Block, CertainVote, Node, Pure, ValueId } from '../graph/index.ts'

/** The values whose only use is a vote over them, bound to a name by `present` in between or not, and that vote. */
export function votesOn(body: Block): ReadonlyMap<ValueId, CertainVote> {
  const uses: Uses = new Map()
  collectFromBlock(body, uses)
  const votes = new Map<ValueId, CertainVote>()
  for (const id of uses.keys()) {
    const vote = voteOn(id, uses)
    if (vote !== null) votes.set(id, vote)
  }
  return votes
}

type Use =
  | CertainVote
  /** A step that binds what `present` leaves of it. */
  | { readonly kind: 'present'; readonly into: ValueId }
  | { readonly kind: 'other' }

type Uses = Map<ValueId, Use[]>

function voteOn(id: ValueId, uses: Uses): CertainVote | null {
  const [use, ...more] = uses.get(id) ?? []
  if (use === undefined || more.length > 0 || use.kind === 'other') return null
  if (use.kind === 'vote') return use
  const vote = voteOn(use.into, uses)
  return vote === null ? null : { ...vote, presentOnly: true }
}

function collectFromBlock(block: Block, uses: Uses): void {
  for (const node of block.nodes) {
    collectFromNode(node, uses)
    for (const inner of blocksOf(node)) collectFromBlock(inner, uses)
  }
  for (const output of block.outputs) collect(output, uses)
}

function collectFromNode(node: Node, uses: Uses): void {
  const list = node.kind === 'compute' ? listOf('present', node.expression) : null
  if (node.kind === 'compute' && list?.kind === 'value') note(uses, list.id, { kind: 'present', into: node.result })
  else for (const operand of operandsOf(node)) collect(operand, uses)
}

function collect(pure: Pure, uses: Uses): void {
  if (pure.kind === 'value') note(uses, pure.id, { kind: 'other' })
  if (pure.kind === 'text') for (const operand of textValues(pure.parts).operands) collect(operand, uses)
  const voted = listOf('vote', pure)
  const present = voted === null ? null : listOf('present', voted)
  const from = present ?? voted
  if (pure.kind === 'builtin' && from?.kind === 'value') {
    note(uses, from.id, { kind: 'vote', selector: pure.selector, presentOnly: present !== null })
  } else for (const operand of pureOperands(pure)) collect(operand, uses)
}

/** What the builtin of that name is given. */
const listOf = (name: string, pure: Pure): Pure | null =>
  pure.kind === 'builtin' && pure.name === name ? (pure.arguments[0] ?? null) : null

function note(uses: Uses, id: ValueId, use: Use): void {
  const known = uses.get(id)
  if (known === undefined) uses.set(id, [use])
  else known.push(use)
}
