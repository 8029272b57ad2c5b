import type { Block, Pure } from '../graph/index.ts'
import { nested } from './giving-up.ts'
import type { Context, Meaning } from './lowering.ts'
import type { Path } from './path.ts'

/** Lowers into a block of its own, with its own view of the names; `fill` returns the block's outputs. */
export function lowerBlock(
  context: Context,
  path: Path,
  fill: (inner: Context) => readonly Pure[],
  changes: { readonly names?: ReadonlyMap<string, Meaning>; readonly carried?: readonly string[] | null } = {},
): Block {
  const nodes: Context['nodes'] = []
  const names = new Map([...context.names, ...(changes.names ?? [])])
  const carried = changes.carried === undefined ? context.carried : changes.carried
  const outputs = nested(context.lowering, () => fill({ ...context, names, nodes, path, carried })) ?? []
  return { nodes, outputs }
}
