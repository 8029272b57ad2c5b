import { designShapes } from '../../../trainer/index.ts'
import type { StepFigures } from '../../../trainer/index.ts'
import type { Colors } from '../../terminal/terminal.ts'
import { stagesOf } from '../stages-of.ts'
import { barCurve, columnsOf } from './bar-curve.ts'

/** What the live view keeps of a step. */
export type LiveStep = Pick<
  StepFigures,
  | 'step' | 'phase' | 'trained'
  | 'executorReward' | 'designerReward' | 'requestsPerExecution'
  | 'shapes' | 'compiledShare' | 'completedShare' | 'designTokens' | 'replyTokens'
>

/** A step without what takes room: a run may have very many. */
export function liveStep(figures: StepFigures): LiveStep {
  const { step, phase, trained, executorReward, designerReward, shapes } = figures
  const { compiledShare, completedShare, designTokens, replyTokens, requestsPerExecution } = figures
  return {
    step, phase, trained, executorReward, designerReward, shapes, compiledShare, completedShare, designTokens, replyTokens, requestsPerExecution,
  }
}

type Paint = (text: string) => string

interface Part {
  readonly text: string
  readonly paint?: Paint
}

const labelWidth = 16
const curveRows = 3
const mostColumns = 72
const barWidth = 24

/** Lines of `liveLines`. */
export const liveHeight = 2 * curveRows + 1 + designShapes.length + 3

/** Narrower than this, curves say nothing. */
export const narrowest = 40

/**
 * How training goes, for a terminal of this width: the rewards of both roles over the same steps, the stages below them, the shares of
 * the latest step's design shapes, and its validity, length and cost. Every line is shorter than the width.
 */
export function liveLines(steps: readonly LiveStep[], width: number, colors: Colors): readonly string[] {
  const latest = steps.at(-1)
  if (latest === undefined) return []
  const columns = Math.min(mostColumns, width - labelWidth - 1)
  const paints: Readonly<Record<LiveStep['trained'], Paint>> = { executor: colors.blue, designer: colors.yellow, both: colors.green }
  const lines: readonly (readonly Part[])[] = [
    ...curveParts('executors', steps.map((step) => step.executorReward), columns, paints.executor),
    ...curveParts('designer', steps.map((step) => step.designerReward), columns, paints.designer),
    [{ text: label('trained') }, ...stageParts(steps, columns, paints)],
    ...designShapes.map((shape) => barParts(shape, latest.shapes[shape])),
    [{ text: `${label('validity')}${percent(latest.compiledShare)} of designs compile, ${percent(latest.completedShare)} of executions end with a value` }],
    [{ text: `${label('length')}${decimal(latest.designTokens)} tokens a design, ${decimal(latest.replyTokens)} a reply` }],
    [{ text: `${label('cost')}${decimal(latest.requestsPerExecution)} requests an execution` }],
  ]
  return lines.map((parts) => cut(parts, width - 1))
}

function curveParts(name: string, values: readonly (number | null)[], columns: number, paint: Paint): readonly (readonly Part[])[] {
  const shown = columnsOf(values, columns)
  const known = shown.filter((value) => value !== null)
  const range = { lowest: Math.min(0, ...known), highest: Math.max(0.1, ...known) }
  const bars = barCurve(shown, curveRows, range)
  return bars.map((bar, row) => {
    const edge = row === 0 ? range.highest.toFixed(2) : row === curveRows - 1 ? range.lowest.toFixed(2) : ''
    return [{ text: `${(row === 1 ? name : '').padEnd(labelWidth - 6)}${edge.padStart(5)} ` }, { text: bar, paint }]
  })
}

/** Each stage as wide as its steps in the curves above, with the name of who was trained as far as it fits. */
function stageParts(steps: readonly LiveStep[], columns: number, paints: Readonly<Record<LiveStep['trained'], Paint>>): readonly Part[] {
  const scale = Math.min(1, columns / steps.length)
  return stagesOf(steps).flatMap(({ trained, from, to }) => {
    const length = Math.round(to * scale) - Math.round(from * scale)
    if (length <= 0) return []
    return [{ text: `|${trained}`.slice(0, length).padEnd(length, '-'), paint: paints[trained] }]
  })
}

function barParts(name: string, share: number): readonly Part[] {
  return [{ text: `${label(name)}${'█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '·')} ${percent(share)}` }]
}

/** Cut before it is painted: what paints takes no columns. */
function cut(parts: readonly Part[], width: number): string {
  let left = width
  return parts
    .map(({ text, paint = (same) => same }) => {
      const kept = text.slice(0, Math.max(0, left))
      left -= kept.length
      return kept === '' ? '' : paint(kept)
    })
    .join('')
}

const label = (text: string): string => text.padEnd(labelWidth)

const percent = (share: number | null): string => (share === null ? '-' : `${(100 * share).toFixed(0)} %`)

const decimal = (value: number | null): string => (value === null ? '-' : value.toFixed(1))
