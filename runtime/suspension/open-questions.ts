import { untilAborted } from '../clock/until-aborted.ts'
import type { AnswerEnd } from './answer.ts'
import type { AnswerCall, AwaitedCall } from './awaited-call.ts'

/** The questions of a run: who may answer them while it goes on, and which of them nobody does. */
export class OpenQuestions {
  readonly #answer: AnswerCall | undefined
  readonly #onUnanswered: () => void
  readonly #unanswered = new Set<AwaitedCall>()

  /** `onUnanswered` is told each time that a question stays open. */
  constructor(answer: AnswerCall | undefined, onUnanswered: () => void) {
    this.#answer = answer
    this.#onUnanswered = onUnanswered
  }

  /** Those that nobody answers now, by their node instances. */
  get unanswered(): readonly AwaitedCall[] {
    return [...this.#unanswered].sort((left, right) => (left.node < right.node ? -1 : 1))
  }

  /** Asks for an answer. Where nobody gives one, this settles only when the signal is aborted. */
  async ask(call: AwaitedCall, signal: AbortSignal): Promise<AnswerEnd> {
    if (signal.aborted) return aborted
    const answer = this.#answer === undefined ? null : await untilAborted(this.#answer(call, signal), signal)
    if (signal.aborted) return aborted
    if (answer !== null) return answer
    this.#unanswered.add(call)
    this.#onUnanswered()
    return new Promise((resolve) => {
      const withdraw = (): void => {
        this.#unanswered.delete(call)
        resolve(aborted)
      }
      signal.addEventListener('abort', withdraw, { once: true })
    })
  }
}

const aborted: AnswerEnd = { kind: 'aborted' }
