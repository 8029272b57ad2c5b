import type { callsMessages } from '../calls-messages.ts'
import type { ExamplesOf } from './example.ts'

export const callsExamples: ExamplesOf<typeof callsMessages> = {
  tooManyArguments: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  return Solver(question, «"Be brief."»)
}`,
    right: `
agent Solver(question: string, hint: string?) -> string

workflow main(question: string) -> string {
  return Solver(question, "Be brief.")
}`,
  },
  missingArguments: {
    wrong: `
agent Critic(problem: string, draft: string) -> string

workflow main(draft: string) -> string {
  return «Critic»(draft: draft)
}`,
    right: `
agent Critic(problem: string, draft: string) -> string

workflow main(problem: string, draft: string) -> string {
  return Critic(problem, draft)
}`,
  },
  unknownArgument: {
    wrong: `
agent Critic(problem: string, draft: string) -> string

workflow main(problem: string, draft: string) -> string {
  return Critic(problem, «darft»: draft)
}`,
    right: `
agent Critic(problem: string, draft: string) -> string

workflow main(problem: string, draft: string) -> string {
  return Critic(problem, draft: draft)
}`,
  },
  argumentTwice: {
    wrong: `
agent Critic(problem: string, draft: string?) -> string

workflow main(problem: string) -> string {
  return Critic(problem, «problem»: "again")
}`,
    right: `
agent Critic(problem: string, draft: string?) -> string

workflow main(problem: string) -> string {
  return Critic(problem, draft: "again")
}`,
  },
  positionalAfterNamed: {
    wrong: `
agent Critic(problem: string, draft: string) -> string

workflow main(problem: string, draft: string) -> string {
  return Critic(problem: problem, «draft»)
}`,
    right: `
agent Critic(problem: string, draft: string) -> string

workflow main(problem: string, draft: string) -> string {
  return Critic(problem, draft: draft)
}`,
  },
  notCallable: {
    wrong: `
workflow main(answer: string) -> string {
  return answer.«trim»()
}`,
    right: `
workflow main(answer: string) -> string {
  return trim(answer)
}`,
  },
  selectorNotTaken: {
    wrong: `
workflow main(reviews: { score: int }[3]) -> number {
  return mean(reviews, .«score»)
}`,
    right: `
workflow main(reviews: { score: int }[3]) -> number {
  return mean(each review in reviews { yield review.score })
}`,
  },
  selectorNeeded: {
    wrong: `
workflow main(reviews: { draft: string, score: int }[3]) -> string {
  return best(«reviews»).draft
}`,
    right: `
workflow main(reviews: { draft: string, score: int }[3]) -> string {
  return best(reviews, .score).draft
}`,
  },
  argumentName: {
    wrong: `
workflow main(reviews: { draft: string, score: int }[3]) -> string {
  return best(reviews, «by»: .score).draft
}`,
    right: `
workflow main(reviews: { draft: string, score: int }[3]) -> string {
  return best(reviews, .score).draft
}`,
  },
  agentExpected: {
    wrong: `
import { self_consistency } from "std/patterns"

agent Solver(question: string) -> string

workflow main(question: string) -> string {
  return self_consistency(«Solver(question)», question, 5)
}`,
    right: `
import { self_consistency } from "std/patterns"

agent Solver(question: string) -> string

workflow main(question: string) -> string {
  return self_consistency(Solver, question, 5)
}`,
  },
  agentMismatch: {
    wrong: `
import { best_of } from "std/patterns"

agent Solver(question: string) -> string

agent Judge(question: string, draft: string) -> bool

workflow main(question: string) -> string {
  return best_of(Solver, «Judge», question, n: 5)
}`,
    right: `
import { best_of } from "std/patterns"

agent Solver(question: string) -> string

agent Judge(question: string, draft: string) -> number

workflow main(question: string) -> string {
  return best_of(Solver, Judge, question, n: 5)
}`,
  },
  workflowNotPassable: {
    wrong: `
import { mixture, self_consistency } from "std/patterns"

agent Merge(question: string, drafts: string[]) -> string

workflow main(question: string) -> string {
  return mixture(«self_consistency», Merge, question, n: 3)
}`,
    right: `
import { mixture, self_consistency } from "std/patterns"

agent Solver(question: string) -> string

agent Merge(question: string, drafts: string[]) -> string

workflow voted(question: string) -> string {
  return self_consistency(Solver, question, 5)
}

workflow main(question: string) -> string {
  return mixture(voted, Merge, question, n: 3)
}`,
  },
  cannotInfer: {
    wrong: `
workflow longest<T>(lists: T[][]) -> T[] {
  return flatten(lists)
}

workflow main() -> string[] {
  return «longest»([])
}`,
    right: `
workflow longest<T>(lists: T[][]) -> T[] {
  return flatten(lists)
}

workflow main() -> string[] {
  lists: string[][] = []
  return longest(lists)
}`,
  },
  callInText: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  return "The answer is {{«Solver»(question)}}."
}`,
    right: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  answer = Solver(question)
  return "The answer is {{answer}}."
}`,
  },
  regionInText: {
    wrong: `
workflow main(reviews: { score: int }[3]) -> string {
  return "Scores: {{«each review in reviews { yield review.score }»}}"
}`,
    right: `
workflow main(reviews: { score: int }[3]) -> string {
  scores = each review in reviews { yield review.score }
  return "Scores: {{scores}}"
}`,
  },
  selectorMismatch: {
    wrong: `
workflow main(reviews: { draft: string, score: int }[3]) -> string {
  return best(reviews, .«draft»).draft
}`,
    right: `
workflow main(reviews: { draft: string, score: int }[3]) -> string {
  return best(reviews, .score).draft
}`,
  },
}
