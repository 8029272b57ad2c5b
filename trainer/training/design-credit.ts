import type { CreditedRow } from '../credit/index.ts'
import type { CallRecord } from '../records/index.ts'
import type { RolloutTree } from '../rollout/index.ts'
import { mean } from '../statistics/index.ts'

/** The credit of a design's nodes over all its executions in a step. */
export interface DesignCredit {
  readonly text: string
  /** Of the designs of the step, those with this text. */
  readonly share: number
  readonly executions: number
  /** Over scored executions; `null` where there is none. */
  readonly meanScore: number | null
  /** In the order in which the nodes were first called; empty where no executor learned. */
  readonly nodes: readonly NodeCredit[]
}

export interface NodeCredit {
  /** The node's name, without the rounds of loops around it: `main/repeat/review`. */
  readonly node: string
  readonly calls: number
  /** Of the advantages of its calls, and of what they are without their signs. */
  readonly meanAdvantage: number
  readonly meanAbsoluteAdvantage: number
}

/** A design of more characters is not kept: a line of the metrics stays of a bounded size. */
export const longestText = 4_000

/**
 * The credit of the most frequent design whose calls were learned from, or of the most frequent one where no executor learned; the
 * first written among equals; `null` where none compiled.
 */
export function designCredit(trees: readonly RolloutTree[], credited: readonly CreditedRow[]): DesignCredit | null {
  const rows = Map.groupBy(
    credited.filter(({ record }) => record.execution !== null),
    ({ record }) => placeOf(record),
  )
  const written = trees.flatMap(({ task, designs }) => designs.map((design) => ({ design, place: placeOf({ task: task.id, design: design.design }) })))
  const kept = written.filter(({ design }) => design.compiled.kind === 'graph' && design.text.length <= longestText)
  const learned = kept.filter(({ place }) => rows.has(place))
  const text = mostFrequent((learned.length > 0 ? learned : kept).map(({ design }) => design.text))
  if (text === null) return null
  const chosen = written.filter(({ design }) => design.text === text)
  const executions = chosen.flatMap(({ design }) => design.executions)
  const scores = executions.flatMap(({ score }) => score ?? [])
  return {
    text,
    share: chosen.length / written.length,
    executions: executions.length,
    meanScore: scores.length === 0 ? null : mean(scores),
    nodes: nodeCredits([...new Set(chosen.map(({ place }) => place))].flatMap((place) => rows.get(place) ?? [])),
  }
}

function nodeCredits(rows: readonly CreditedRow[]): readonly NodeCredit[] {
  return [...Map.groupBy(rows, ({ record }) => nodeOf(record.node))].map(([node, own]) => {
    const advantages = own.map(({ record }) => advantageOf(record))
    return {
      node,
      calls: advantages.length,
      meanAdvantage: mean(advantages),
      meanAbsoluteAdvantage: mean(advantages.map(Math.abs)),
    }
  })
}

const placeOf = ({ task, design }: Pick<CallRecord, 'task' | 'design'>): string => `${design} ${task}`

/** The name of a node of which this is an instance. */
const nodeOf = (instance: string): string => instance.replaceAll(/\[\d+\]/g, '')

/** Estimators give a call one advantage, which all its tokens have. */
const advantageOf = ({ advantages }: CallRecord): number => advantages?.[0] ?? 0

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null
}
