import type { warningsMessages } from '../warnings-messages.ts'
import type { ExamplesOf } from './example.ts'

export const warningsExamples: ExamplesOf<typeof warningsMessages> = {
  unusedResult: {
    wrong: `
agent Solver(question: string) -> string

agent Critic(answer: string) -> string

workflow main(question: string) -> string {
  answer = Solver(question)
  «remarks» = Critic(answer)
  return answer
}`,
    right: `
agent Solver(question: string) -> string

agent Critic(answer: string) -> string

workflow main(question: string) -> { answer: string, remarks: string } {
  answer = Solver(question)
  remarks = Critic(answer)
  return { answer: answer, remarks: remarks }
}`,
  },
  agentNeverCalled: {
    wrong: `
agent Solver(question: string) -> string

agent «Critic»(answer: string) -> string

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
agent Solver(question: string) -> string

agent Critic(answer: string) -> string

workflow main(question: string) -> string {
  return Critic(Solver(question))
}`,
  },
  stopNeverChanges: {
    wrong: `
agent Improve(draft: string) -> { text: string, done: bool }

workflow main(draft: string, done: bool) -> string {
  result = draft
  repeat max 3 {
    stop when «done»
    result = Improve(result).text
  }
  return result
}`,
    right: `
agent Improve(draft: string) -> { text: string, done: bool }

workflow main(draft: string) -> string {
  result = draft
  repeat max 3 {
    next = Improve(result)
    result = next.text
    stop when next.done
  }
  return result
}`,
  },
  parameterNotInPrompt: {
    wrong: `
agent Critic(problem: string, «draft»: string) -> string {
  prompt "Check the solution of {{problem}}."
}

workflow main(problem: string, draft: string) -> string {
  return Critic(problem, draft)
}`,
    right: `
agent Critic(problem: string, draft: string) -> string {
  prompt """
    Check the solution of {{problem}}:
    {{draft}}
  """
}

workflow main(problem: string, draft: string) -> string {
  return Critic(problem, draft)
}`,
  },
  singleBraces: {
    wrong: `
workflow main(name: string) -> string {
  return "Dear «{name}»,"
}`,
    right: `
workflow main(name: string) -> string {
  return "Dear {{name}},"
}`,
  },
  latexEscape: {
    wrong: `
workflow main(left: int, right: int) -> string {
  return "{{left}} «\\times» {{right}}"
}`,
    right: `
workflow main(left: int, right: int) -> string {
  return """{{left}} \\times {{right}}"""
}`,
  },
  sampleAtZero: {
    wrong: `
agent Solver(question: string) -> string { temperature 0 }

workflow main(question: string) -> string {
  return vote(sample 5 of «Solver»(question))
}`,
    right: `
agent Solver(question: string) -> string { temperature 0.8 }

workflow main(question: string) -> string {
  return vote(sample 5 of Solver(question))
}`,
  },
  unusedImport: {
    wrong: `
import { «python» } from "std/tools"

agent Solver(question: string) -> string

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
import { python } from "std/tools"

agent Solver(question: string) -> string { tools python }

workflow main(question: string) -> string {
  return Solver(question)
}`,
  },
  unusedType: {
    wrong: `
type «Solution» = { answer: string }

agent Solver(question: string) -> string

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
type Solution = { answer: string }

agent Solver(question: string) -> Solution

workflow main(question: string) -> Solution {
  return Solver(question)
}`,
  },
}
