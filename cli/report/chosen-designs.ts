import type { DesignCredit, NodeCredit, StepFigures } from '../../trainer/index.ts'

/** A design that was the most frequent one in some steps, with the credit of all of them together. */
export interface ChosenDesign {
  readonly text: string
  readonly steps: readonly number[]
  /** Of the designs of those steps, and of its executions in them. */
  readonly share: number
  readonly meanScore: number | null
  readonly nodes: readonly NodeCredit[]
}

/** Pages of more designs would be long, and slow to open. */
const mostDesigns = 12

/** The designs that were chosen in most steps, the latest first among equals. */
export function chosenDesigns(steps: readonly StepFigures[]): readonly ChosenDesign[] {
  const kept = steps.flatMap(({ step, credit }) => (credit === null ? [] : [{ step: step + 1, credit }]))
  return [...Map.groupBy(kept, ({ credit }) => credit.text)]
    .sort(([, left], [, right]) => right.length - left.length || (right.at(-1)?.step ?? 0) - (left.at(-1)?.step ?? 0))
    .slice(0, mostDesigns)
    .map(([text, entries]) => {
      const credits = entries.map(({ credit }) => credit)
      return {
        text,
        steps: entries.map(({ step }) => step),
        share: credits.reduce((sum, { share }) => sum + share, 0) / credits.length,
        meanScore: scoreOf(credits),
        nodes: together(credits.flatMap(({ nodes }) => nodes)),
      }
    })
}

function scoreOf(credits: readonly DesignCredit[]): number | null {
  const scored = credits.flatMap(({ meanScore, executions }) => (meanScore === null ? [] : [{ meanScore, executions }]))
  const executions = scored.reduce((sum, entry) => sum + entry.executions, 0)
  return executions === 0 ? null : scored.reduce((sum, entry) => sum + entry.meanScore * entry.executions, 0) / executions
}

/** Each node once, its means weighted by its calls. */
function together(nodes: readonly NodeCredit[]): readonly NodeCredit[] {
  return [...Map.groupBy(nodes, ({ node }) => node)].map(([node, own]) => {
    const calls = own.reduce((sum, entry) => sum + entry.calls, 0)
    const meanOf = (value: (entry: NodeCredit) => number): number =>
      own.reduce((sum, entry) => sum + value(entry) * entry.calls, 0) / Math.max(1, calls)
    return {
      node,
      calls,
      meanAdvantage: meanOf((entry) => entry.meanAdvantage),
      meanAbsoluteAdvantage: meanOf((entry) => entry.meanAbsoluteAdvantage),
    }
  })
}
