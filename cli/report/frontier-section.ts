import type { FrontierLine } from '../../trainer/index.ts'
import { lineChart } from './chart/line-chart.ts'
import type { Point } from './chart/points.ts'
import { percent } from './figures.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** What was measured at the end of a run with frozen executors: votes by their cost, the best of all else for its cost, and a table. */
export function frontierSection(lines: readonly FrontierLine[]): Markup {
  if (lines.length === 0) return markup``
  const pointOf = ({ requests, score }: FrontierLine): Point => ({ x: requests, y: score })
  const byCost = lines.toSorted((left, right) => left.requests - right.requests)
  const votes = byCost.filter(({ entry }) => entry === 'vote').map(pointOf)
  const others = byCost.filter(({ entry }) => entry !== 'vote').map(pointOf)
  const rows = byCost.map(
    ({ name, requests, price, score }) =>
      markup`<tr><td>${name}</td><td>${requests.toFixed(2)}</td><td>${price === null ? '–' : String(Number(price.toPrecision(3)))}</td><td>${percent(score)}</td></tr>`,
  )
  return markup`<h2>What designs are worth</h2>
<div class="charts">${lineChart({
    title: 'Score on held-out tasks, by requests a task',
    unit: 'requests',
    curves: [
      { name: 'one agent and its votes', color: 0, points: votes },
      { name: 'the best team for its cost', color: 1, points: bestSoFar(others) },
    ],
    up: { lowest: 0, highest: 1 },
  })}</div>
<div class="scroll"><table>
<tr><th>on held-out tasks</th><th>requests</th><th>price</th><th>score</th></tr>
${rows}
</table></div>`
}

/** The points, by cost, that are above all before them. */
const bestSoFar = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ y }, position) => points.slice(0, position).every((before) => before.y < y))
