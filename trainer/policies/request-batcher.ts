/**
 * Collects requests until the running programs have nothing left to do but wait for an answer, then answers all of them at
 * once. `answer` gets the requests in the order of arrival and returns one answer each.
 */
export class RequestBatcher<Request, Answer> {
  readonly #answer: (requests: readonly Request[]) => readonly Answer[]
  #waiting: { readonly request: Request; readonly resolve: (answer: Answer) => void; readonly reject: (reason: unknown) => void }[] = []

  constructor(answer: (requests: readonly Request[]) => readonly Answer[]) {
    this.#answer = answer
  }

  ask(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // Every promise that can go on does so before an immediate runs: by then all programs stand still.
      if (this.#waiting.length === 0) setImmediate(() => this.#flush())
      this.#waiting.push({ request, resolve, reject })
    })
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    try {
      const answers = this.#answer(batch.map((entry) => entry.request))
      batch.forEach((entry, position) => {
        const answer = answers[position]
        if (answer === undefined) entry.reject(new Error('a batch needs one answer per request'))
        else entry.resolve(answer)
      })
    } catch (fault) {
      for (const entry of batch) entry.reject(fault)
    }
  }
}
