import type { Graph } from '../graph/index.ts'
import { pictureOf } from './picture-of.ts'
import type { PictureItem, PictureShape } from './picture.ts'

/** The graph as a Mermaid flowchart. */
export function toMermaid(graph: Graph): string {
  const { items, arrows } = pictureOf(graph)
  const lines = arrows.map(({ kind, from, to }) => `  ${from} ${kind === 'again' ? '-.->' : '-->'} ${to}`)
  return ['flowchart TD', ...items.flatMap((item) => itemLines(item, '  ')), ...lines, ''].join('\n')
}

/** How Mermaid writes each shape, around its label. */
const shapes: Readonly<Record<PictureShape, readonly [open: string, close: string]>> = {
  input: ['[/', '/]'],
  value: ['[/', '/]'],
  result: ['[\\', '\\]'],
  agent: ['([', '])'],
  tool: ['[[', ']]'],
  decision: ['{{', '}}'],
  nothing: ['(', ')'],
}

function itemLines(item: PictureItem, indent: string): readonly string[] {
  if (item.kind === 'box') {
    const inside = item.items.flatMap((inner) => itemLines(inner, `${indent}  `))
    return [`${indent}subgraph ${item.id}["${escaped(item.title)}"]`, ...inside, `${indent}end`]
  }
  const [open, close] = shapes[item.shape]
  return [`${indent}${item.id}${open}"${item.lines.map(escaped).join('<br/>')}"${close}`]
}

/** Mermaid reads `#…;` as a character. */
const escaped = (label: string): string =>
  label
    .replaceAll('#', '#35;')
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
