import { promptOf } from './answer.ts'
import type { Answer, Scored } from './answer.ts'
import type { Orchestrator } from './orchestrator.ts'
import { firstText, textsOf } from './shape.ts'

/** A function by hand: it checks what comes back, and tells nobody what happens. */
export const plainAsync: Orchestrator = {
  name: 'plain `async`',
  prepare: (shape, answer) => ({
    run: shape.kind === 'chain' ? () => chain(shape.calls, answer) : () => each(textsOf(shape), answer),
    [Symbol.dispose]: () => undefined,
  }),
}

async function chain(calls: number, answer: Answer): Promise<number> {
  let scored: Scored = { text: firstText, score: 0 }
  for (let call = 0; call < calls; call += 1) scored = await step(scored.text, answer)
  return scored.score
}

async function each(texts: readonly string[], answer: Answer): Promise<number> {
  const all = await Promise.all(texts.map((text) => step(text, answer)))
  return all.reduce((sum, { score }) => sum + score, 0)
}

const step = async (text: string, answer: Answer): Promise<Scored> => readScored(await answer(promptOf(text)))

function readScored(json: string): Scored {
  const data: unknown = JSON.parse(json)
  if (typeof data === 'object' && data !== null && 'text' in data && 'score' in data) {
    const { text, score } = data
    if (typeof text === 'string' && typeof score === 'number' && Number.isSafeInteger(score)) return { text, score }
  }
  throw new Error('the answer does not fit')
}
