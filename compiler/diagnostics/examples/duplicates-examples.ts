import type { duplicatesMessages } from '../duplicates-messages.ts'
import type { ExamplesOf } from './example.ts'

export const duplicatesExamples: ExamplesOf<typeof duplicatesMessages> = {
  duplicateDeclaration: {
    wrong: `
agent Solver(question: string) -> string

agent «Solver»(question: string, hint: string) -> string

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
agent Solver(question: string) -> string

agent HintedSolver(question: string, hint: string) -> string

workflow main(question: string) -> string {
  return HintedSolver(question, hint: Solver(question))
}`,
  },
  duplicateParameter: {
    wrong: `
agent Compare(draft: string, «draft»: string) -> bool

workflow main(left: string, right: string) -> bool {
  return Compare(left, right)
}`,
    right: `
agent Compare(left: string, right: string) -> bool

workflow main(left: string, right: string) -> bool {
  return Compare(left, right)
}`,
  },
  duplicateField: {
    wrong: `
workflow main(question: string) -> { text: string } {
  return { text: question, «text»: "" }
}`,
    right: `
workflow main(question: string) -> { text: string } {
  return { text: question }
}`,
  },
  duplicateMember: {
    wrong: `
enum Verdict { correct, wrong, «correct» }

agent Critic(answer: string) -> Verdict

workflow main(answer: string) -> Verdict {
  return Critic(answer)
}`,
    right: `
enum Verdict { correct, wrong }

agent Critic(answer: string) -> Verdict

workflow main(answer: string) -> Verdict {
  return Critic(answer)
}`,
  },
  duplicateTypeParameter: {
    wrong: `
export workflow pair<T, «T»>(left: T, right: T) -> T[2] {
  return [left, right]
}`,
    right: `
export workflow pair<T>(left: T, right: T) -> T[2] {
  return [left, right]
}`,
  },
  duplicateSetting: {
    wrong: `
agent Solver(question: string) -> string {
  temperature 0
  «temperature» 1
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
agent Solver(question: string) -> string {
  temperature 1
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
  },
  hidesDeclaration: {
    wrong: `
agent plan(task: string) -> string

workflow main(task: string) -> string {
  «plan» = plan(task)
  return plan
}`,
    right: `
agent Planner(task: string) -> string

workflow main(task: string) -> string {
  plan = Planner(task)
  return plan
}`,
  },
  hidesLocal: {
    wrong: `
agent Grade(draft: string) -> number

workflow main(draft: string, others: string[4]) -> number[4] {
  return each «draft» in others { yield Grade(draft) }
}`,
    right: `
agent Grade(draft: string) -> number

workflow main(draft: string, others: string[4]) -> number[5] {
  return each text in concat([draft], others) { yield Grade(text) }
}`,
  },
  builtinName: {
    wrong: `
agent «vote»(drafts: string[]) -> string

workflow main(drafts: string[]) -> string {
  return vote(drafts)
}`,
    right: `
agent Choose(drafts: string[]) -> string

workflow main(drafts: string[]) -> string {
  return Choose(drafts)
}`,
  },
  basicTypeName: {
    wrong: `
type «number» = { value: int }

workflow main(value: int) -> int {
  return value
}`,
    right: `
type Number = { value: int }

workflow main(value: int) -> Number {
  return { value: value }
}`,
  },
  duplicateTool: {
    wrong: `
import { python } from "std/tools"

agent Solver(question: string) -> string {
  tools python, «python»
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
import { calculator, python } from "std/tools"

agent Solver(question: string) -> string {
  tools python, calculator
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
  },
}
