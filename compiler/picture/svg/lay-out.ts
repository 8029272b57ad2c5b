import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { Picture, PictureItem } from '../picture.ts'
import { textWidth } from './text-width.ts'

/** In pixels. */
export const fontSize = 13
export const lineHeight = 18
const smallSize = 11
const titleHeight = 26
const margin = 14

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where an item stands: its upper left corner in the whole picture, and its size, in pixels. */
export interface Area extends Point {
  readonly width: number
  readonly height: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly areas: ReadonlyMap<string, Area>
  /** The corners of each arrow, in the order of the picture's arrows. */
  readonly lines: readonly (readonly Point[])[]
}

/** Gives every item and arrow of a picture its place, top down, without a browser (the layered algorithm of ELK). */
export async function layOut(picture: Picture): Promise<Layout> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
  const unplaced: ElkNode = {
    id: 'picture',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
      'elk.padding': padding(margin),
      'elk.spacing.nodeNode': '24',
      'elk.layered.spacing.nodeNodeBetweenLayers': '34',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: picture.items.map(shapeOf),
    edges: picture.arrows.map(({ kind, from, to }, position) => ({
      id: `e${position}`,
      sources: [from],
      targets: [to],
      // Where arrows go round in a circle, it is the one back into the next round that points up.
      layoutOptions: { 'elk.layered.priority.direction': kind === 'again' ? '0' : '10' },
    })),
  }
  const laidOut: ElkNode = await new Elk.default().layout(unplaced)
  const areas = new Map<string, Area>()
  collectAreas(laidOut, areas)
  const lines = (laidOut.edges ?? []).map(({ sections = [] }) =>
    sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]),
  )
  return { width: laidOut.width ?? 0, height: laidOut.height ?? 0, areas, lines }
}

function shapeOf(item: PictureItem): ElkNode {
  if (item.kind === 'node') {
    const widths = item.lines.map((line, position) => textWidth(line) * (position === 0 ? fontSize : smallSize))
    return { id: item.id, width: Math.ceil(Math.max(40, ...widths) + 2 * margin), height: item.lines.length * lineHeight + 14 }
  }
  return {
    id: item.id,
    layoutOptions: {
      'elk.padding': padding(margin + titleHeight),
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${Math.ceil(textWidth(item.title) * fontSize + 2 * margin)}, 40)`,
    },
    children: item.items.map(shapeOf),
  }
}

const padding = (top: number): string => `[top=${top},left=${margin},bottom=${margin},right=${margin}]`

function collectAreas(node: ElkNode, areas: Map<string, Area>): void {
  for (const child of node.children ?? []) {
    areas.set(child.id, { x: child.x ?? 0, y: child.y ?? 0, width: child.width ?? 0, height: child.height ?? 0 })
    collectAreas(child, areas)
  }
}
