import { problemText } from '../values/problem-text.ts'
import { validateValue } from '../values/validate-value.ts'
import type { Answer } from './answer.ts'
import type { AwaitedCall } from './awaited-call.ts'

/** Why an answer does not fit what a call waits for; `null` where it does. */
export function answerProblem(call: Pick<AwaitedCall, 'awaits' | 'result'>, answer: Answer): string | null {
  switch (answer.kind) {
    case 'declined':
      return null
    case 'approved':
      return call.awaits === 'approval' ? null : 'it waits for its result, and there is nothing to approve'
    case 'value': {
      if (call.awaits === 'approval') return 'it waits for approval, and gives its result itself'
      const validated = validateValue(call.result, answer.value)
      return validated.kind === 'ok'
        ? null
        : `the answer does not fit the result of the tool:\n${problemText(validated.problems)}`
    }
  }
}
