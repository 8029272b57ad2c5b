import type { Graph } from '../../graph/index.ts'
import { pictureOf } from '../picture-of.ts'
import type { NodeMarks, PictureArrow, PictureBox, PictureItem, PictureNode } from '../picture.ts'
import { fontSize, layOut, lineHeight } from './lay-out.ts'
import type { Area, Point } from './lay-out.ts'
import { toneColor } from './tone-color.ts'

/** The graph as an SVG document of its own: it loads nothing and runs nothing, and every text in it is escaped. */
export async function toSvg(graph: Graph, marks?: NodeMarks): Promise<string> {
  const picture = pictureOf(graph, marks)
  const { width, height, areas, lines } = await layOut(picture)
  const drawn = picture.items.flatMap((item) => itemElements(item, areas, 0))
  const arrows = picture.arrows.map((arrow, position) => arrowElement(arrow, lines[position] ?? []))
  const [w, h] = [Math.ceil(width), Math.ceil(height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" ` +
      `font-family="Helvetica, Arial, sans-serif" font-size="${fontSize}" text-anchor="middle">`,
    `<title>${escaped(picture.title)}</title>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">' +
      '<path d="M0 0 8 4 0 8z" fill="#52606d"/></marker></defs>',
    `<rect width="${w}" height="${h}" fill="#ffffff"/>`,
    ...drawn,
    ...arrows,
    '</svg>',
    '',
  ].join('\n')
}

const nowhere: Area = { x: 0, y: 0, width: 0, height: 0 }

function itemElements(item: PictureItem, areas: ReadonlyMap<string, Area>, depth: number): readonly string[] {
  const area = areas.get(item.id) ?? nowhere
  if (item.kind === 'node') return [outline(item, area), ...textElements(item, area)]
  return [...boxElements(item, area, depth), ...item.items.flatMap((inner) => itemElements(inner, areas, depth + 1))]
}

function boxElements({ title }: PictureBox, { x, y, width, height }: Area, depth: number): readonly string[] {
  const fill = depth % 2 === 0 ? '#f5f7fa' : '#e8edf2'
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="#9aa5b1"/>`,
    `<text x="${x + 12}" y="${y + 19}" text-anchor="start" fill="#3e4c59" font-weight="bold">${escaped(title)}</text>`,
  ]
}

function textElements({ lines }: PictureNode, { x, y, width, height }: Area): readonly string[] {
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.35
  return lines.map((line, position) => {
    const look = position === 0 ? 'fill="#1f2933"' : 'fill="#52606d" font-size="11"'
    return `<text x="${x + width / 2}" y="${first + position * lineHeight}" ${look}>${escaped(line)}</text>`
  })
}

function outline({ shape, tone }: PictureNode, { x, y, width, height }: Area): string {
  const [right, bottom, slant] = [x + width, y + height, 8]
  switch (shape) {
    case 'agent':
      return rectangle({ x, y, width, height }, Math.min(16, height / 2), tone === null ? '#dceefb' : toneColor(tone), '#2186c4')
    case 'tool':
      return rectangle({ x, y, width, height }, 2, tone === null ? '#fdf3d1' : toneColor(tone), '#b8860b')
    case 'nothing':
      return rectangle({ x, y, width, height }, 4, 'none', 'none')
    case 'input':
    case 'value':
      return polygon(`${x + slant},${y} ${right},${y} ${right - slant},${bottom} ${x},${bottom}`, '#ffffff', '#7b8794')
    case 'result':
      return polygon(`${x},${y} ${right - slant},${y} ${right},${bottom} ${x + slant},${bottom}`, '#ffffff', '#7b8794')
    case 'decision': {
      const middle = y + height / 2
      const points = `${x + slant},${y} ${right - slant},${y} ${right},${middle} ${right - slant},${bottom} ${x + slant},${bottom} ${x},${middle}`
      return polygon(points, '#e3f9e5', '#3f9142')
    }
  }
}

const rectangle = ({ x, y, width, height }: Area, radius: number, fill: string, stroke: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`

const polygon = (points: string, fill: string, stroke: string): string =>
  `<polygon points="${points}" fill="${fill}" stroke="${stroke}"/>`

function arrowElement({ kind }: PictureArrow, points: readonly Point[]): string {
  const path = points.map(({ x, y }, position) => `${position === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const dashes = kind === 'again' ? ' stroke-dasharray="5 4"' : ''
  return `<path d="${path}" fill="none" stroke="#52606d"${dashes} marker-end="url(#head)"/>`
}

/** As character data and attribute values alike; what XML cannot hold at all is left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
