import type { CallOutcome } from '../agent/call-context.ts'
import type { Activity } from './activity.ts'
import { aborted, failedAt, one } from './outcome.ts'
import type { Finish, Outcome } from './outcome.ts'
import type { Run } from './run.ts'

/** A call of an agent or a tool that is under way. */
export class CallRun implements Activity {
  readonly children: readonly Activity[] = []
  readonly #controller = new AbortController()

  constructor(run: Run, name: string, finish: Finish, call: (signal: AbortSignal) => Promise<CallOutcome>) {
    call(this.#controller.signal).then((outcome) => {
      run.queue.add(() => {
        finish(outcomeAt(name, outcome))
      })
    }, run.crash)
  }

  cancel(): void {
    this.#controller.abort()
  }
}

function outcomeAt(name: string, outcome: CallOutcome): Outcome {
  switch (outcome.kind) {
    case 'ok':
      return one(outcome.value)
    case 'failed':
      return failedAt(name, outcome.failure)
    case 'aborted':
      return aborted
  }
}
