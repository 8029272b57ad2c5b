import type { JournalProblem } from './journal-problem.ts'

/** Someone with something to commit. */
export interface Committer {
  /** Whether everything has happened that follows from what it committed before. */
  isSettled(): boolean
  /** Writes what it has, within the transaction that the queue has begun. */
  write(): void
  /** What it wrote is committed. */
  committed(): void
  /** What it wrote is not. */
  lost(problem: JournalProblem): void
}

/** Runs a transaction; the problem where nothing of it was kept. */
export type Transact = (write: () => void) => JournalProblem | null

/** Commits together what came in during one turn of the event loop, over all the runs of a journal. */
export class CommitQueue {
  readonly #transact: Transact
  readonly #waiting = new Set<Committer>()
  #scheduled = false

  constructor(transact: Transact) {
    this.#transact = transact
  }

  add(committer: Committer): void {
    this.#waiting.add(committer)
    this.#schedule()
  }

  /** Commits at once what one has. */
  commitNow(committer: Committer): void {
    if (this.#waiting.has(committer)) this.#commit([committer])
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#commit([...this.#waiting].filter((committer) => committer.isSettled()))
      if (this.#waiting.size > 0) this.#schedule()
    })
  }

  #commit(committers: readonly Committer[]): void {
    if (committers.length === 0) return
    for (const committer of committers) this.#waiting.delete(committer)
    const problem = this.#transact(() => {
      for (const committer of committers) committer.write()
    })
    for (const committer of committers) {
      if (problem === null) committer.committed()
      else committer.lost(problem)
    }
  }
}
