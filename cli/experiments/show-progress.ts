import type { ExperimentEvent } from '../../trainer/experiments/index.ts'
import { countOf } from '../text/count-of.ts'

/** Requests that one process was seen to make in a second, on one core with WASM, training included: what times are foretold by. */
const requestsPerSecond = 3_500

/** A line for what is going to happen, before anything runs, and for each arm that has ended. */
export function eventText(event: ExperimentEvent, jobs: number): string {
  switch (event.kind) {
    case 'planned':
      return planText(event, jobs)
    case 'result': {
      const { arm, before, after, processorSeconds } = event.result
      return `seed ${event.seed}, ${arm}: ${percent(before.success)} before, ${percent(after.success)} after, ${processorSeconds.toFixed(0)} s of processor time\n`
    }
  }
}

function planText({ done, waiting, requests }: Extract<ExperimentEvent, { readonly kind: 'planned' }>, jobs: number): string {
  if (waiting === 0) return `all ${countOf(done, 'result')} are there already\n`
  const minutes = Math.ceil(requests / requestsPerSecond / jobs / 60)
  return (
    `${countOf(waiting, 'arm')} to run, ${done} with a result already: ${requests.toLocaleString('en')} training requests, ` +
    `about ${countOf(minutes, 'minute')} and the supervised starts\n`
  )
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
