import type { Block, Node, ValueId } from './graph.ts'
import { operandsOf } from './operands.ts'
import type { Pure, PureTextPart } from './pure.ts'

/** Adds to `into` every value that the expression reads. */
export function pureReads(pure: Pure, into: Set<ValueId>): void {
  switch (pure.kind) {
    case 'constant':
      return
    case 'value':
      into.add(pure.id)
      return
    case 'field':
      pureReads(pure.of, into)
      return
    case 'index':
      pureReads(pure.of, into)
      pureReads(pure.index, into)
      return
    case 'list':
      for (const item of pure.items) pureReads(item, into)
      return
    case 'record':
      if (pure.spread !== null) pureReads(pure.spread, into)
      for (const field of pure.fields) pureReads(field.value, into)
      return
    case 'not':
    case 'negate':
      pureReads(pure.operand, into)
      return
    case 'binary':
    case 'and':
    case 'or':
    case 'default':
      pureReads(pure.left, into)
      pureReads(pure.right, into)
      return
    case 'builtin':
      for (const argument of pure.arguments) pureReads(argument, into)
      return
    case 'text':
      textReads(pure.parts, into)
  }
}

function textReads(parts: readonly PureTextPart[], into: Set<ValueId>): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'chunk':
        break
      case 'insert':
        pureReads(part.value, into)
        break
      case 'if':
        pureReads(part.condition, into)
        textReads(part.then, into)
        textReads(part.else, into)
        break
      case 'each': {
        pureReads(part.list, into)
        const inner = new Set<ValueId>()
        textReads(part.body, inner)
        inner.delete(part.item)
        for (const id of inner) into.add(id)
        break
      }
    }
  }
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
