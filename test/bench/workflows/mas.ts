import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal, runWorkflow } from '../../../runtime/index.ts'
import type { Journal, ModelClient, RunOptions } from '../../../runtime/index.ts'
import { graphOf } from '../../compiler/compile/compile-source.ts'
import type { Answer } from './answer.ts'
import type { Orchestrator } from './orchestrator.ts'
import { firstText, textsOf } from './shape.ts'
import type { Shape } from './shape.ts'

/** The interpreter, without a journal. */
export const mas: Orchestrator = {
  name: 'mas',
  prepare: (shape, answer) => {
    const options = optionsOf(shape, answer)
    return { run: () => runRead(options), [Symbol.dispose]: () => undefined }
  },
}

/** The interpreter with a journal that survives the end of the process; each run is one of its tasks. */
export const masWithJournal: Orchestrator = {
  name: 'mas, in a journal',
  prepare: (shape, answer) => {
    const options = optionsOf(shape, answer)
    const folder = mkdtempSync(join(tmpdir(), 'mas-bench-'))
    const journal = journalIn(folder)
    let runs = 0
    return {
      run: () => runRead({ ...options, journal: journal.run(`run ${(runs += 1)}`) }),
      [Symbol.dispose]: () => {
        journal.close()
        rmSync(folder, { recursive: true })
      },
    }
  },
}

function optionsOf(shape: Shape, answer: Answer): RunOptions {
  return {
    graph: graphOf(sourceOf(shape)),
    inputs: shape.kind === 'chain' ? { text: firstText } : { texts: textsOf(shape) },
    models: new Map([['default', clientOf(answer)]]),
    seed: 1,
    limits: { concurrentRequests: shape.calls },
  }
}

const agent = `agent Step(text: string) -> { text: string, score: int } { prompt "Improve this draft: {{text}}" }`

function sourceOf({ kind, calls }: Shape): string {
  if (kind === 'each') {
    return `${agent} workflow main(texts: string[${calls}]) -> int { return sum(each text in texts { d = Step(text) yield d.score }) }`
  }
  const steps = Array.from({ length: calls }, (_, call) => `d${call + 1} = Step(${call === 0 ? 'text' : `d${call}.text`})`)
  return `${agent} workflow main(text: string) -> int { ${steps.join(' ')} return d${calls}.score }`
}

const clientOf = (answer: Answer): ModelClient => ({
  description: 'immediate',
  complete: async ({ messages }) => {
    const content = await answer(messages[0]?.content ?? '')
    return { kind: 'reply', reply: { content, toolCalls: [], finish: 'stop', usage: { promptTokens: 50, completionTokens: 20 } } }
  },
})

async function runRead(options: RunOptions): Promise<number> {
  const run = runWorkflow(options)
  let read = 0
  for await (const { sequence } of run.events) read = sequence
  const { outcome } = await run.result
  if (outcome.kind !== 'ok' || typeof outcome.value !== 'number' || read === 0) throw new Error(`mas ended with ${JSON.stringify(outcome)}`)
  return outcome.value
}

function journalIn(folder: string): Journal {
  const opened = openJournal(join(folder, 'runs.sqlite'))
  if (opened.kind === 'error') throw new Error(opened.problem.message)
  return opened.journal
}
