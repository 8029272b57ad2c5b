import { garbageCollector } from '../measure/garbage-collector.ts'
import { interleave } from '../measure/interleave.ts'
import type { Rounds, Times } from '../measure/interleave.ts'
import { medianFor, ratioOf } from '../measure/rows-of.ts'
import { summarize } from '../measure/summarize.ts'
import { shortNumber } from '../report/short-number.ts'
import type { BenchResult, Goal, Row } from '../result.ts'
import { allOrchestrators } from '../workflows/all-orchestrators.ts'
import { answerAtOnce, score } from '../workflows/answer.ts'
import { mas, masWithJournal } from '../workflows/mas.ts'
import type { Orchestrator } from '../workflows/orchestrator.ts'
import { shapeName } from '../workflows/shape.ts'
import type { Shape } from '../workflows/shape.ts'

/** The peer that ratios are given against. */
const reference = 'Mastra'

const collect = garbageCollector()

/** Nodes that are run before the clock is read again, in one run or in several. */
const nodesAtOnce = 3_000

const rounds: Rounds = { warmUp: 3, measured: 15 }
/** LangGraph.js takes about half a minute for each. */
const fewRounds: Rounds = { warmUp: 1, measured: 3 }

const promised: readonly Shape[] = [{ kind: 'chain', calls: 100 }, { kind: 'each', calls: 100 }, { kind: 'each', calls: 1_000 }]
const growing: readonly Shape[] = (['chain', 'each'] as const).flatMap((kind) => [30, 300, 3_000].map((calls) => ({ kind, calls })))

/** Microseconds that a node may take, without a journal and with one. */
const allowed = [[mas, 5], [masWithJournal, 25]] as const

/** How much more a node may take among 3,000 than among 30. */
const steepest = 1.5

/** What an orchestrator adds to a call of a model: the same workflows on the interpreter and on its peers, in the same rounds. */
export async function run(): Promise<BenchResult> {
  const { orchestrators, skipped } = await allOrchestrators()
  const rows: Row[] = []
  const goals: Goal[] = []
  const medians = new Map<string, number>()
  for (const shape of [...promised, ...growing]) {
    const times = await measure(orchestrators, shape)
    rows.push(...rowsOf(shape, times))
    for (const { name } of [mas, masWithJournal]) medians.set(`${shapeName(shape)} ${name}`, medianFor(times, name))
    if (promised.includes(shape)) goals.push(...allowed.map(([{ name }, most]) => within(shape, name, medianFor(times, name), most)))
  }
  for (const kind of ['chain', 'each'] as const) for (const { name } of [mas, masWithJournal]) goals.push(flat(kind, name, medians))
  return {
    method: [
      'Each node calls an agent over a client in memory that answers at once: a prompt is filled in, the reply is parsed as JSON and',
      'checked against a record of two fields. Each run is read by one subscriber; no limit holds a call back. Time on the clock for',
      `${nodesAtOnce.toLocaleString('en-US')} nodes, in one run or several, over their number; what others left is collected before.`,
      `${rounds.measured} interleaved rounds, ${fewRounds.measured} where a run has so many nodes.`,
    ],
    rows,
    skipped,
    goals,
  }
}

/** Microseconds of a node. */
async function measure(orchestrators: readonly Orchestrator[], shape: Shape): Promise<Times> {
  using open = new DisposableStack()
  const expected = shape.kind === 'chain' ? score : score * shape.calls
  const runs = nodesAtOnce / shape.calls
  const contestants = orchestrators.map((orchestrator) => {
    const workflow = open.use(orchestrator.prepare(shape, answerAtOnce))
    const run = async (): Promise<void> => {
      for (let time = 0; time < runs; time += 1) {
        const found = await workflow.run()
        if (found !== expected) throw new Error(`${orchestrator.name} came to ${found}`)
      }
    }
    return { name: orchestrator.name, before: collect, run }
  })
  const times = await interleave(contestants, shape.calls === nodesAtOnce ? fewRounds : rounds)
  return new Map([...times].map(([name, values]) => [name, values.map((milliseconds) => (milliseconds * 1_000) / nodesAtOnce)]))
}

function rowsOf(shape: Shape, times: Times): readonly Row[] {
  const against = times.get(reference)
  return [...times].map(([name, values]) => ({
    name: `${shapeName(shape)}: ${name}`,
    unit: 'µs a node',
    ...summarize(values),
    ratio: against === undefined ? null : { to: reference, value: ratioOf(values, against) },
  }))
}

const within = (shape: Shape, name: string, median: number, most: number): Goal => ({
  goal: `${shapeName(shape)}, ${name}: at most ${most} µs a node`,
  found: `${shortNumber(median)} µs`,
  reached: median <= most,
})

function flat(kind: Shape['kind'], name: string, medians: ReadonlyMap<string, number>): Goal {
  const median = (calls: number): number => medians.get(`${shapeName({ kind, calls })} ${name}`) ?? Number.NaN
  const ratio = median(3_000) / median(30)
  const goal = `${shapeName({ kind, calls: 3_000 })}, ${name}: a node at most ${steepest} times what it takes among 30`
  return { goal, found: `${shortNumber(ratio)} times as much`, reached: ratio <= steepest }
}
