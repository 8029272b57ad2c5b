import type { BudgetScope, Graph, Node } from '../../compiler/index.ts'
import { allNodes } from '../compiler/compile/compile-source.ts'

/** One call of a workflow with a budget, as it is seen from outside: by the names of the node instances that belong to it. */
export interface Account {
  readonly scope: BudgetScope
  /** Unique in the run. */
  readonly name: string
  /** The nodes on it, as instances of any iteration. */
  readonly nodes: readonly string[]
}

/** The accounts that a node instance is on, also one of a call that a model makes: `CALLER/NAME[i]`. */
export function accountsOf(graph: Graph): (instance: string) => readonly Account[] {
  const nodes = new Map(allNodes(graph.body).map(({ node }) => [node.instance, node]))
  const instancesOn = graph.budgets.map((_, budget) =>
    [...nodes.values()].flatMap(({ budgets, instance }) => (budgets.includes(budget) ? [instance] : [])),
  )
  const loopsAround = instancesOn.map((on) => Math.min(...on.map(loopsOf)))
  return (instance) => {
    const found = ownerOf(nodes, instance)
    return found === null ? [] : found.node.budgets.flatMap((budget): readonly Account[] => {
      const scope = graph.budgets[budget]
      if (scope === undefined) return []
      const name = `${budget} of ${found.indices.slice(0, loopsAround[budget]).join()}`
      return [{ scope, name, nodes: instancesOn[budget] ?? [] }]
    })
  }
}

/** The instance with the places of its loops' indices. */
export const anyIteration = (instance: string): string => instance.replaceAll(/\[\d+\]/g, '[*]')

const loopsOf = (instance: string): number => instance.split('[*]').length - 1

function ownerOf(
  nodes: ReadonlyMap<string, Node>,
  instance: string,
): { readonly node: Node; readonly indices: readonly string[] } | null {
  for (let name = instance; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
    const node = nodes.get(anyIteration(name))
    if (node !== undefined) return { node, indices: [...name.matchAll(/\[(\d+)\]/g)].map(([, index]) => index ?? '') }
  }
  return null
}
