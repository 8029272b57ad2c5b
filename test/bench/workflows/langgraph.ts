import { loadPackage } from '../peers/load-package.ts'
import { promptOf } from './answer.ts'
import type { Answer, Scored } from './answer.ts'
import type { Orchestrator, PreparedWorkflow } from './orchestrator.ts'
import { firstText, textsOf } from './shape.ts'
import { scoredSchema } from './zod.ts'
import type { Schema, Zod } from './zod.ts'

/** What is used of LangGraph. */
interface LangGraph {
  readonly StateGraph: new (state: object) => StateGraph
  readonly Annotation: ((channel?: object) => object) & { Root(channels: object): object }
  readonly Send: new (node: string, state: object) => object
  readonly START: string
  readonly END: string
}
interface StateGraph {
  addNode<State>(name: string, run: (state: State) => Promise<object>): StateGraph
  addEdge(from: string, to: string): StateGraph
  addConditionalEdges<State>(from: string, route: (state: State) => readonly object[]): StateGraph
  compile(): CompiledGraph
}
interface CompiledGraph {
  stream(input: object, options: object): Promise<AsyncIterable<Readonly<Record<string, unknown>>>>
}

/** LangGraph.js, its updates read from its stream; `null` where it is not installed. Nodes call the model themselves. */
export async function prepareLangGraph(): Promise<Orchestrator | null> {
  const langGraph = await loadPackage<LangGraph>('@langchain/langgraph')
  const zod = await loadPackage<Zod>('zod')
  if (langGraph === null || zod === null) return null
  const scored = scoredSchema(zod)
  return {
    name: 'LangGraph.js',
    prepare: (shape, answer) => (shape.kind === 'chain' ? chain(langGraph, scored, shape.calls, answer) : each(langGraph, scored, textsOf(shape), answer)),
  }
}

function chain({ StateGraph, Annotation, START, END }: LangGraph, scored: Schema<Scored>, calls: number, answer: Answer): PreparedWorkflow {
  const graph = new StateGraph(Annotation.Root({ text: Annotation(), score: Annotation() }))
  let before = START
  for (let call = 1; call <= calls; call += 1) {
    const name = `step ${call}`
    graph.addNode<Scored>(name, async ({ text }) => scored.parse(JSON.parse(await answer(promptOf(text)))))
    graph.addEdge(before, name)
    before = name
  }
  graph.addEdge(before, END)
  const compiled = graph.compile()
  const options = { streamMode: 'updates', recursionLimit: calls + 1 }
  return prepared(async () => {
    let last = 0
    for await (const update of await compiled.stream({ text: firstText }, options)) {
      for (const { score } of Object.values(update) as readonly Scored[]) last = score
    }
    return last
  })
}

interface Scores {
  readonly texts: readonly string[]
  readonly scores: readonly number[]
}

function each({ StateGraph, Annotation, Send, START, END }: LangGraph, scored: Schema<Scored>, texts: readonly string[], answer: Answer): PreparedWorkflow {
  const collected = { reducer: (left: readonly number[], right: readonly number[]) => [...left, ...right], default: () => [] }
  const compiled = new StateGraph(Annotation.Root({ texts: Annotation(), scores: Annotation(collected) }))
    .addNode<{ readonly text: string }>('step', async ({ text }) => ({ scores: [scored.parse(JSON.parse(await answer(promptOf(text)))).score] }))
    .addConditionalEdges<Scores>(START, (state) => state.texts.map((text) => new Send('step', { text })))
    .addEdge('step', END)
    .compile()
  return prepared(async () => {
    let sum = 0
    for await (const update of await compiled.stream({ texts }, { streamMode: 'updates' })) {
      for (const { scores } of Object.values(update) as readonly Scores[]) for (const score of scores) sum += score
    }
    return sum
  })
}

const prepared = (run: () => Promise<number>): PreparedWorkflow => ({ run, [Symbol.dispose]: () => undefined })
