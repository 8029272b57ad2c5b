import { toSvg } from '../../compiler/index.ts'
import type { NodeMark } from '../../compiler/index.ts'
import { DesignCompiler } from '../../trainer/index.ts'
import type { NodeCredit, TrainingConfiguration } from '../../trainer/index.ts'
import type { ChosenDesign } from './chosen-designs.ts'
import { percent, percentOrNone, signed } from './figures.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** Designs to pick from, the first one open: its graph with the credit of each node, the same as a table, its text. */
export async function designSections(
  designs: readonly ChosenDesign[],
  { rollout }: Pick<TrainingConfiguration, 'rollout'>,
): Promise<readonly Markup[]> {
  if (designs.length === 0) return [markup`<p>No design was kept yet.</p>`]
  const compiler = new DesignCompiler(rollout.mostRequests, { optimise: rollout.optimise })
  const sections: Markup[] = []
  for (const [position, design] of designs.entries()) sections.push(await section(design, compiler, position === 0))
  return [explanation, ...sections]
}

const explanation = markup`<p class="note">Of each step, the most frequent design whose calls were learned from. A node shows the mean advantage of
its calls, and between bars its mean size whatever its sign: how much it was moved. Blue is better than what it was compared with, orange worse. An
estimator that compares executions of one design gives means near 0; their size is what tells its nodes apart.</p>`

async function section(design: ChosenDesign, compiler: DesignCompiler, isOpen: boolean): Promise<Markup> {
  const { text, steps, share, meanScore, nodes } = design
  const body = text.slice(Math.max(0, text.indexOf('workflow ')))
  const title = `${inOneLine(body)} – ${stepsText(steps)}, ${percent(share)} of the designs there, mean score ${percentOrNone(meanScore)}`
  return markup`<details name="design"${isOpen ? markup` open` : ''}><summary>${title}</summary>
<div class="design"><div>${await picture(design, compiler)}</div><div>${creditTable(nodes)}<pre>${body}</pre></div></div>
</details>`
}

const longestTitle = 90

/** The statements of a design in one line, cut where they are long. */
function inOneLine(body: string): string {
  const statements = body.slice(body.indexOf('{') + 1, body.lastIndexOf('}')).replaceAll(/\s+/g, ' ').trim()
  const letters = [...statements]
  return letters.length <= longestTitle ? statements : `${letters.slice(0, longestTitle).join('')}…`
}

const stepsText = (steps: readonly number[]): string =>
  steps.length === 1 ? `step ${steps[0] ?? 0}` : `${steps.length} steps, ${steps[0] ?? 0} to ${steps.at(-1) ?? 0}`

async function picture({ text, nodes }: ChosenDesign, compiler: DesignCompiler): Promise<Markup> {
  const compiled = compiler.compile(text)
  if (compiled.kind === 'rejected') return markup`<p>This design does not compile here, so that there is no graph of it.</p>`
  const svg = await toSvg(compiled.graph, marksOf(nodes))
  // As a picture of its own it shares no names with the page, and a browser runs nothing in it.
  return markup`<img alt="The graph of the design, with the credit of each node" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`
}

function marksOf(nodes: readonly NodeCredit[]): ReadonlyMap<string, NodeMark> {
  const most = Math.max(...nodes.map(({ meanAbsoluteAdvantage }) => meanAbsoluteAdvantage), Number.EPSILON)
  return new Map(
    nodes.map(({ node, meanAdvantage, meanAbsoluteAdvantage }) => [
      node,
      { line: `${signed(meanAdvantage)} |${meanAbsoluteAdvantage.toFixed(2)}|`, tone: meanAdvantage / most },
    ]),
  )
}

function creditTable(nodes: readonly NodeCredit[]): Markup {
  if (nodes.length === 0) return markup`<p>Its calls were not learned from.</p>`
  const rows = nodes.map(
    ({ node, calls, meanAdvantage, meanAbsoluteAdvantage }) =>
      markup`<tr><td>${node}</td><td>${calls.toLocaleString('en')}</td><td>${signed(meanAdvantage)}</td><td>${meanAbsoluteAdvantage.toFixed(2)}</td></tr>`,
  )
  return markup`<div class="scroll"><table><tr><th>node</th><th>calls</th><th>mean advantage</th><th>mean size</th></tr>
${rows}
</table></div>`
}
