import type { GraphProblem, GraphStage } from './graph-problem.ts'

/** More say nothing new. */
const maximumProblems = 100

/** A problem before its place in the text is known. */
export type FoundProblem = Omit<GraphProblem, 'text'>

/** The problems of one reading, the first hundred of them. */
export class ProblemList {
  readonly #found: FoundProblem[] = []

  add(stage: GraphStage, place: string, message: string, remedy: string | null = null): void {
    if (!this.isFull) this.#found.push({ stage, place, message, remedy })
  }

  get isEmpty(): boolean {
    return this.#found.length === 0
  }

  get isFull(): boolean {
    return this.#found.length >= maximumProblems
  }

  get found(): readonly FoundProblem[] {
    return this.#found
  }
}
