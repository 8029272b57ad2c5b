import { blocksOf } from '../../compiler/index.ts'
import type { Block, Graph, Node } from '../../compiler/index.ts'

/** What a design does, as far as one word can say it. */
export type DesignShape = 'none' | 'direct' | 'vote' | 'loop' | 'chain'

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

function kindsIn({ nodes }: Block): readonly Node['kind'][] {
  return nodes.flatMap((node) => [node.kind, ...blocksOf(node).flatMap(kindsIn)])
}
