import { loadPackage } from '../peers/load-package.ts'
import { promptOf } from './answer.ts'
import type { Answer, Scored } from './answer.ts'
import type { Orchestrator } from './orchestrator.ts'
import { firstText, textsOf } from './shape.ts'
import type { Shape } from './shape.ts'
import { scoredSchema } from './zod.ts'
import type { Zod } from './zod.ts'

/** What is used of Mastra. */
interface Mastra {
  createWorkflow(settings: object): Workflow
  createStep(settings: object): object
}
interface Workflow {
  then(step: object): Workflow
  foreach(step: object, settings: object): Workflow
  commit(): Workflow
  createRun(): Promise<Run>
}
interface Run {
  watch(listen: () => void): () => void
  start(input: object): Promise<{ readonly status: string; readonly result?: Scored | readonly Scored[] }>
}

/** Mastra, watched by one listener; `null` where it is not installed. Steps call the model themselves, Mastra checks their inputs. */
export async function prepareMastra(): Promise<Orchestrator | null> {
  const mastra = await loadPackage<Mastra>('@mastra/core/workflows')
  const zod = await loadPackage<Zod>('zod')
  if (mastra === null || zod === null) return null
  return {
    name: 'Mastra',
    prepare: (shape, answer) => {
      const workflow = workflowOf(mastra, zod, shape, answer)
      const inputData = shape.kind === 'chain' ? { text: firstText } : textsOf(shape).map((text) => ({ text }))
      return { run: () => runWatched(workflow, inputData), [Symbol.dispose]: () => undefined }
    },
  }
}

function workflowOf({ createWorkflow, createStep }: Mastra, zod: Zod, { kind, calls }: Shape, answer: Answer): Workflow {
  const scored = scoredSchema(zod)
  const draft = zod.z.object({ text: zod.z.string() })
  const step = (id: string): object =>
    createStep({
      id,
      inputSchema: draft,
      outputSchema: scored,
      execute: async ({ inputData }: { readonly inputData: Scored }) => scored.parse(JSON.parse(await answer(promptOf(inputData.text)))),
    })
  if (kind === 'each') {
    const schemas = { inputSchema: zod.z.array(draft), outputSchema: zod.z.array(scored) }
    return createWorkflow({ id: 'each', ...schemas }).foreach(step('step'), { concurrency: calls }).commit()
  }
  let workflow = createWorkflow({ id: 'chain', inputSchema: draft, outputSchema: scored })
  for (let call = 1; call <= calls; call += 1) workflow = workflow.then(step(`step ${call}`))
  return workflow.commit()
}

async function runWatched(workflow: Workflow, inputData: object): Promise<number> {
  const run = await workflow.createRun()
  let seen = 0
  const leave = run.watch(() => { seen += 1 })
  const { status, result } = await run.start({ inputData })
  leave()
  if (status !== 'success' || result === undefined || seen === 0) throw new Error(`Mastra ended with ${status}`)
  return 'score' in result ? result.score : result.reduce((sum, { score }) => sum + score, 0)
}
