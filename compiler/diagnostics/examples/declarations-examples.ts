import type { declarationsMessages } from '../declarations-messages.ts'
import type { ExamplesOf } from './example.ts'

export const declarationsExamples: ExamplesOf<typeof declarationsMessages> = {
  settingRange: {
    wrong: `
agent Solver(question: string) -> string {
  temperature «7»
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
agent Solver(question: string) -> string {
  temperature 0.7
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
  },
  turnsWithoutTools: {
    wrong: `
agent Solver(question: string) -> string {
  «max_turns 6»
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
import { python } from "std/tools"

agent Solver(question: string) -> string {
  tools python
  max_turns 6
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
  },
  copyCycle: {
    wrong: `
agent «Small» = Large { model "small" }

agent Large = Small { model "large" }

workflow main(question: string) -> string {
  return Large(Small(question))
}`,
    right: `
agent Small(question: string) -> string { model "small" }

agent Large = Small { model "large" }

workflow main(question: string) -> string {
  return Large(Small(question))
}`,
  },
  toolSource: {
    wrong: `
tool search(query: string) -> string from «"https://search.example"»

workflow main(query: string) -> string {
  return search(query)
}`,
    right: `
tool search(query: string) -> string from "mcp:web#search"

workflow main(query: string) -> string {
  return search(query)
}`,
  },
  agentParameter: {
    wrong: `
agent Judge(«solve: agent(string) -> string», question: string) -> bool

workflow main(question: string) -> bool {
  return true
}`,
    right: `
agent Judge(question: string, answer: string) -> bool

export workflow judged(solve: agent(string) -> string, question: string) -> bool {
  return Judge(question, solve(question))
}`,
  },
  slotName: {
    wrong: `
agent Solver(question: string) -> string {
  model «"vendor/large model"»
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
agent Solver(question: string) -> string {
  model "large"
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
  },
  staticNotInteger: {
    wrong: `
agent Solver(question: string) -> string

export workflow solve(question: string, static n: «number») -> string[] {
  return sample n of Solver(question)
}`,
    right: `
agent Solver(question: string) -> string

export workflow solve(question: string, static n: int) -> string[] {
  return sample n of Solver(question)
}`,
  },
  typeParameterUnused: {
    wrong: `
export workflow nothing<«T»>() -> T[] {
  return []
}`,
    right: `
export workflow nothing<T>(like: T) -> T[] {
  return first([like], 1)
}`,
  },
  mainParameters: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string, «static n: int») -> string[] {
  return sample n of Solver(question)
}`,
    right: `
agent Solver(question: string) -> string

workflow solve(question: string, static n: int) -> string[] {
  return sample n of Solver(question)
}

workflow main(question: string) -> string[] {
  return solve(question, 5)
}`,
  },
}
