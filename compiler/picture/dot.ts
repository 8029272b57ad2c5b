import type { Graph } from '../graph/index.ts'
import { pictureOf } from './picture-of.ts'
import type { Picture, PictureItem, PictureShape } from './picture.ts'

/** The graph in the language of Graphviz. */
export function toDot(graph: Graph): string {
  const picture = pictureOf(graph)
  return [
    `digraph ${quoted(picture.title)} {`,
    '  compound=true',
    '  fontname="Helvetica"',
    '  node [fontname="Helvetica" fontsize=11]',
    ...picture.items.flatMap((item) => itemLines(item, '  ')),
    ...arrowLines(picture),
    '}',
    '',
  ].join('\n')
}

/** How Graphviz draws each shape. */
const shapes: Readonly<Record<PictureShape, string>> = {
  input: 'shape=parallelogram',
  value: 'shape=parallelogram',
  result: 'shape=parallelogram',
  agent: 'shape=box style=rounded',
  tool: 'shape=component',
  decision: 'shape=hexagon',
  nothing: 'shape=plaintext',
}

function itemLines(item: PictureItem, indent: string): readonly string[] {
  if (item.kind === 'node') return [`${indent}${item.id} [label=${quoted(item.lines.join('\n'))} ${shapes[item.shape]}]`]
  const inside = item.items.flatMap((inner) => itemLines(inner, `${indent}  `))
  return [`${indent}subgraph cluster_${item.id} {`, `${indent}  label=${quoted(item.title)}`, ...inside, `${indent}}`]
}

/** Graphviz draws arrows between nodes only; one that ends at a box is cut off at the border of the box. */
function arrowLines({ items, arrows }: Picture): readonly string[] {
  const anchors = new Map<string, string>()
  for (const item of items) collectAnchors(item, anchors)
  return arrows.map(({ kind, from, to }) => {
    const [tail, head] = [anchors.get(from) ?? from, anchors.get(to) ?? to]
    const attributes = [
      ...(tail === from ? [] : [`ltail=cluster_${from}`]),
      ...(head === to ? [] : [`lhead=cluster_${to}`]),
      ...(kind === 'again' ? ['style=dashed constraint=false'] : []),
    ]
    return `  ${tail} -> ${head}${attributes.length === 0 ? '' : ` [${attributes.join(' ')}]`}`
  })
}

/** The first node inside each item: a node is its own. */
function collectAnchors(item: PictureItem, anchors: Map<string, string>): string {
  const inside = item.kind === 'node' ? [] : item.items.map((inner) => collectAnchors(inner, anchors))
  const anchor = inside[0] ?? item.id
  anchors.set(item.id, anchor)
  return anchor
}

/** A quoted string of Graphviz: `\n` is its line break, and every other backslash stands for itself. */
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\0', '')}"`
