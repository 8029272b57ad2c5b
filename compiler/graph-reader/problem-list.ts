import type { GraphProblem, GraphStage } from './graph-problem.ts'

/** More say nothing new. */
const maximumProblems = 100

/** A problem before its place in the text is known. */
export interface FoundProblem extends Omit<GraphProblem, 'text'> {
  /** What is wrong with the part: what it is, or that it stands under this name at all. */
  readonly marks: 'value' | 'name'
}

/** The problems of one reading, the first hundred of them. */
export class ProblemList {
  readonly #found: FoundProblem[] = []

  add(
    stage: GraphStage,
    place: string,
    message: string,
    remedy: string | null = null,
    marks: FoundProblem['marks'] = 'value',
  ): void {
    if (!this.isFull) this.#found.push({ stage, place, message, remedy, marks })
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
