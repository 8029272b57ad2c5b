/**
 * Gives answers in rounds: all that were asked for while the program could go on come together, in that order, once all of them
 * are there. So a program gets as far between two rounds as with a model that answers all waiting requests at once.
 */
export class AnswerRounds<Answer> {
  /** What gives each answer, once it is there. */
  #round: Promise<() => void>[] = []
  readonly #idlers: (() => void)[] = []
  #underWay = 0

  /** The answer, at the end of the round. */
  inRound(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // Every promise that can go on does so before an immediate runs: by then the program stands still.
      if (this.#round.length === 0) setImmediate(() => void this.#end())
      const giving = answer.then(
        (value) => () => {
          resolve(value)
        },
        (fault: unknown) => () => {
          reject(fault instanceof Error ? fault : new Error(String(fault)))
        },
      )
      this.#round.push(giving)
      this.#underWay += 1
    })
  }

  /** Resolves when no answer is under way and the program stands still; of several who wait one at a time. */
  quiet(): Promise<void> {
    return new Promise((resolve) => {
      this.#idlers.push(resolve)
      this.#releaseWhenQuiet()
    })
  }

  async #end(): Promise<void> {
    const round = this.#round
    this.#round = []
    const giving = await Promise.all(round)
    this.#underWay -= round.length
    for (const give of giving) give()
    this.#releaseWhenQuiet()
  }

  #releaseWhenQuiet(): void {
    if (this.#idlers.length === 0) return
    setImmediate(() => {
      if (this.#underWay > 0) return
      this.#idlers.shift()?.()
      this.#releaseWhenQuiet()
    })
  }
}
