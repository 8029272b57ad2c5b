import { blocksOf } from '../../compiler/index.ts'
import type { Block, Graph, Node } from '../../compiler/index.ts'
import type { Design } from '../rollout/index.ts'

export const designShapes = ['none', 'direct', 'vote', 'loop', 'chain'] as const

/** What a design does, as far as one word can say it. */
export type DesignShape = (typeof designShapes)[number]

/** Of designs, the share that has each shape; what is missing from 1 did not compile. */
export type ShapeShares = Readonly<Record<DesignShape, number>>

/**
 * The shape of a compiled design: `none` calls nobody, `direct` makes at most one request, `vote` samples somewhere, `loop` repeats
 * without sampling, `chain` is all else.
 */
export function designShape(graph: Graph): DesignShape {
  if (graph.bounds.calls <= 1) return graph.bounds.calls === 0 ? 'none' : 'direct'
  const kinds = new Set(kindsIn(graph.body))
  if (kinds.has('sample')) return 'vote'
  return kinds.has('repeat') ? 'loop' : 'chain'
}

export function shapeShares(designs: readonly Pick<Design, 'compiled'>[]): ShapeShares {
  const shapes = designs.flatMap(({ compiled }) => (compiled.kind === 'graph' ? [designShape(compiled.graph)] : []))
  const share = (shape: DesignShape): number => shapes.filter((found) => found === shape).length / Math.max(1, designs.length)
  return { none: share('none'), direct: share('direct'), vote: share('vote'), loop: share('loop'), chain: share('chain') }
}

function kindsIn({ nodes }: Block): readonly Node['kind'][] {
  return nodes.flatMap((node) => [node.kind, ...blocksOf(node).flatMap(kindsIn)])
}
