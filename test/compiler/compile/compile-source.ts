import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import type { Block, CompiledFile, Graph, Node } from '../../../compiler/index.ts'
import { blocksOf } from '../../../compiler/graph/index.ts'

export type Files = Readonly<Record<string, string>>

/** Compiles a script as `main.mas`, beside other files. */
export function compileSource(source: string, files: Files = {}): CompiledFile {
  return compileProgram('main.mas', createMemoryReader(new Map([...Object.entries(files), ['main.mas', source]])))
}

/** The graph of a workflow of a script without errors. */
export function graphOf(source: string, workflow = 'main', files: Files = {}): Graph {
  const file = compileSource(source, files)
  const compiled = file.workflows.find(({ name }) => name === workflow)?.compiled
  const errors = file.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || compiled?.kind !== 'graph') throw new Error(`${workflow} has no graph: ${JSON.stringify(errors)}`)
  return compiled.graph
}

/** Each error as `CODE «text reported»`, with its file where that is another one. */
export function errorsOf(source: string, files: Files = {}): readonly string[] {
  const { diagnostics, sources } = compileSource(source, files)
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file, range }) => {
      const text = sources.get(file)?.slice(range.start, range.end) ?? ''
      return `${file === 'main.mas' ? '' : `${file}: `}${code} «${text}»`
    })
}

/** What every workflow of a script compiles to, by name. */
export const kindsOf = (source: string, files: Files = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(compileSource(source, files).workflows.map(({ name, compiled }) => [name, compiled.kind]))

export interface PlacedNode {
  readonly node: Node
  /** How many loops are around it. */
  readonly loops: number
}

/** Every node at any depth, a region before what is inside it. */
export function allNodes({ nodes }: Block, loops = 0): readonly PlacedNode[] {
  return nodes.flatMap((node) => {
    const inside = ['repeat', 'for', 'each', 'sample'].includes(node.kind) ? loops + 1 : loops
    return [{ node, loops }, ...blocksOf(node).flatMap((block) => allNodes(block, inside))]
  })
}

/** Each node as `kind instance`, a region before what is inside it. */
export const instancesOf = (graph: Graph): readonly string[] =>
  allNodes(graph.body).map(({ node }) => `${node.kind} ${node.instance}`)
