import type { Block, Node, ValueId } from './graph.ts'
import { operandsOf } from './operands.ts'
import type { Pure, PureTextPart } from './pure.ts'
import { pureOperands } from './pure-operands.ts'
import { textValues } from './text-values.ts'

/** Adds to `into` every value that the expression reads from outside. */
export function pureReads(pure: Pure, into: Set<ValueId>): void {
  if (pure.kind === 'value') into.add(pure.id)
  if (pure.kind === 'text') for (const id of textReads(pure.parts)) into.add(id)
  for (const operand of pureOperands(pure)) pureReads(operand, into)
}

function textReads(parts: readonly PureTextPart[]): ReadonlySet<ValueId> {
  const { operands, items } = textValues(parts)
  const reads = new Set<ValueId>()
  for (const operand of operands) pureReads(operand, reads)
  for (const item of items) reads.delete(item)
  return reads
}

/** Every value from outside the node that it, or a block inside it, reads. */
export function nodeReads(node: Node): ReadonlySet<ValueId> {
  const reads = new Set<ValueId>()
  for (const operand of operandsOf(node)) pureReads(operand, reads)
  for (const block of blocksOf(node)) for (const id of blockReads(block)) reads.add(id)
  for (const id of innerValues(node)) reads.delete(id)
  return reads
}

/** Every value from outside the block that it reads. */
export function blockReads(block: Block): ReadonlySet<ValueId> {
  const reads = new Set<ValueId>()
  for (const node of block.nodes) for (const id of nodeReads(node)) reads.add(id)
  for (const output of block.outputs) pureReads(output, reads)
  for (const node of block.nodes) for (const id of resultsOf(node)) reads.delete(id)
  return reads
}

/** The values that a node defines for what comes after it. */
export function resultsOf(node: Node): readonly ValueId[] {
  switch (node.kind) {
    case 'agent':
    case 'tool':
    case 'compute':
    case 'each':
    case 'sample':
    case 'otherwise':
    case 'lazy':
      return [node.result]
    case 'if':
    case 'match':
    case 'repeat':
    case 'for':
      return node.results
    case 'assert':
    case 'stop':
      return []
  }
}

/** The blocks directly inside a region, in source order. */
export function blocksOf(node: Node): readonly Block[] {
  switch (node.kind) {
    case 'agent':
    case 'tool':
    case 'compute':
    case 'assert':
    case 'stop':
      return []
    case 'if':
      return [node.then, node.else]
    case 'match':
      return node.arms.map((arm) => arm.block)
    case 'repeat':
    case 'for':
    case 'each':
    case 'sample':
      return [node.body]
    case 'otherwise':
      return [node.attempt, node.fallback]
    case 'lazy':
      return [node.right]
  }
}

/** Values that a region defines for its own blocks: loop items, indices, carried values. */
export function innerValues(node: Node): readonly ValueId[] {
  switch (node.kind) {
    case 'repeat':
      return node.carried.map((carried) => carried.value)
    case 'for':
      return [node.item, ...(node.index === null ? [] : [node.index]), ...node.carried.map((carried) => carried.value)]
    case 'each':
      return [node.item, ...(node.index === null ? [] : [node.index])]
    default:
      return []
  }
}
