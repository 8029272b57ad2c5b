import { createOpenAiClient, runWorkflow, shareRequests } from '../../../runtime/index.ts'
import type { EventRetention, ModelClient, RunEvent } from '../../../runtime/index.ts'
import { compileSource } from '../../compiler/compile/compile-source.ts'
import { garbageCollector } from '../measure/garbage-collector.ts'
import { Progress } from './progress.ts'

/** What a process that makes many runs at once found. */
export interface ManyRuns {
  readonly ok: number
  /** Tries that were made again. */
  readonly retries: number
  readonly seconds: number
  /** Its largest resident memory, in MB, and what it was before the first run. */
  readonly peak: number
  readonly before: number
  /** What all the runs still hold after their end while they are held themselves, with all else in the process; MB. */
  readonly heap: number
  /** By how many requests one run was ahead of another that had not ended, at most. */
  readonly ahead: number
}

const script = `
agent Write(task: string) -> string { prompt "Write three sentences about {{task}}." }
agent Review(draft: string) -> string { prompt "What is wrong with this text? {{draft}}" }
agent Improve(draft: string, review: string) -> string { prompt "Improve the text. {{draft}} {{review}}" }
workflow main(task: string) -> string {
  draft = Write(task)
  review = Review(draft)
  return Improve(draft, review)
}
`

/** Makes so many runs at once over one server, and tells the parent what it found: `BASE_URL RUNS CONCURRENCY RETENTION`. */
async function manyRuns([baseUrl = '', count = '', concurrency = '', retention = '']: readonly string[]): Promise<ManyRuns> {
  const [workflow] = compileSource(script).workflows
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this bench does not compile')
  const { graph } = workflow.compiled
  const client = createOpenAiClient({ model: 'm', baseUrl, key: null, timeoutSeconds: 600 })
  const shareForRun = shareRequests(Number(concurrency))
  const progress = new Progress(Number(count), 3)
  const counting = (run: number): ModelClient => {
    let last = ''
    return {
      ...client,
      complete: (request, signal, onText) => {
        // A try that is made again is no step.
        if (request.node !== last) progress.step(run)
        last = request.node
        return client.complete(request, signal, onText)
      },
    }
  }
  const before = peakMemory()
  const started = performance.now()
  const runs = Array.from({ length: Number(count) }, async (_, index) => {
    const models = new Map([['default', shareForRun()(counting(index))]])
    const run = runWorkflow({ graph, inputs: { task: `number ${index}` }, models, seed: index, events: retention as EventRetention })
    const reading = retention === 'streamed' ? lastOf(run.events) : null
    const result = await run.result
    await reading
    return { run, ...result }
  })
  const ended = await Promise.all(runs)
  const seconds = (performance.now() - started) / 1000
  const peak = peakMemory()
  garbageCollector()()
  return {
    heap: process.memoryUsage().heapUsed / 2 ** 20,
    ok: ended.filter(({ outcome }) => outcome.kind === 'ok').length,
    retries: ended.reduce((sum, { usage }) => sum + usage.attempts, 0) - 3 * ended.length,
    seconds,
    peak,
    before,
    ahead: progress.ahead,
  }
}

async function lastOf(events: AsyncIterable<RunEvent>): Promise<RunEvent | null> {
  let last: RunEvent | null = null
  for await (const event of events) last = event
  return last
}

/** In MB. */
const peakMemory = (): number => process.resourceUsage().maxRSS / 1024

process.send?.(await manyRuns(process.argv.slice(2)))
process.disconnect?.()
