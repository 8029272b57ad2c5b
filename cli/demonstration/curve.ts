export interface Line {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const width = 760
const height = 260
const margin = { left: 48, right: 150, top: 12, bottom: 28 }
const colors = ['#1b6ca8', '#c8553d', '#3a7d44', '#8e44ad', '#b8860b', '#555555']

/** Points averaged on each side of a point, so that a curve of noisy steps can be read. */
const smoothing = 2

/** A line chart as an SVG figure. */
export function curve(title: string, lines: readonly Line[]): string {
  const smooth = lines.map((line) => ({ ...line, points: smoothed(line.points) }))
  const all = smooth.flatMap((line) => line.points)
  if (all.length === 0) return ''
  const highestX = Math.max(1, ...all.map((point) => point.x))
  const lowestY = Math.min(0, ...all.map((point) => point.y))
  const highestY = Math.max(lowestY + 0.1, ...all.map((point) => point.y))
  const x = (value: number): string => (margin.left + ((width - margin.left - margin.right) * value) / highestX).toFixed(1)
  const y = (value: number): string =>
    (height - margin.bottom - ((height - margin.top - margin.bottom) * (value - lowestY)) / (highestY - lowestY)).toFixed(1)
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = lowestY + share * (highestY - lowestY)
    return `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/><text x="4" y="${y(value)}" font-size="11" dominant-baseline="middle">${value.toFixed(2)}</text>`
  })
  const drawn = smooth.map((line, index) => {
    const color = colors[index % colors.length] ?? '#000'
    const points = line.points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')
    const key = margin.top + 14 + index * 18
    return `<polyline fill="none" stroke="${color}" stroke-width="2" points="${points}"/><text x="${width - margin.right + 10}" y="${key}" font-size="12" fill="${color}">${line.name}</text>`
  })
  const end = `<text x="${width - margin.right}" y="${height - 8}" font-size="11" text-anchor="end">${highestX.toLocaleString('en')} requests</text>`
  return `<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">${grid.join('')}${drawn.join('')}${end}</svg></figure>`
}

function smoothed(points: Line['points']): Line['points'] {
  return points.map((point, index) => {
    const near = points.slice(Math.max(0, index - smoothing), index + smoothing + 1)
    return { x: point.x, y: near.reduce((sum, entry) => sum + entry.y, 0) / near.length }
  })
}
