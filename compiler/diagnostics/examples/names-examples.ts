import type { namesMessages } from '../names-messages.ts'
import type { ExamplesOf } from './example.ts'

export const namesExamples: ExamplesOf<typeof namesMessages> = {
  unknownName: {
    wrong: `
workflow main(question: string) -> string {
  return «qestion»
}`,
    right: `
workflow main(question: string) -> string {
  return question
}`,
  },
  unknownType: {
    wrong: `
workflow main(question: «str») -> string {
  return question
}`,
    right: `
workflow main(question: string) -> string {
  return question
}`,
  },
  unknownCallee: {
    wrong: `
workflow main(question: string) -> int {
  return «length»(lines(question))
}`,
    right: `
workflow main(question: string) -> int {
  return len(lines(question))
}`,
  },
  notAType: {
    wrong: `
agent Solver(question: string) -> string

agent Judge(answer: «Solver») -> bool

workflow main(question: string) -> bool {
  return Judge(Solver(question))
}`,
    right: `
agent Solver(question: string) -> string

agent Judge(answer: string) -> bool

workflow main(question: string) -> bool {
  return Judge(Solver(question))
}`,
  },
  nameOutOfReach: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  repeat max 3 {
    draft = Solver(question)
    stop when len(draft) > 10
  }
  return «draft»
}`,
    right: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  draft = ""
  repeat max 3 {
    draft = Solver(question)
    stop when len(draft) > 10
  }
  return draft
}`,
  },
  unknownField: {
    wrong: `
agent Solver(question: string) -> { answer: string }

workflow main(question: string) -> string {
  return Solver(question).«anser»
}`,
    right: `
agent Solver(question: string) -> { answer: string }

workflow main(question: string) -> string {
  return Solver(question).answer
}`,
  },
  unknownMember: {
    wrong: `
enum Verdict { correct, wrong }

agent Critic(answer: string) -> Verdict

workflow main(answer: string) -> bool {
  return Critic(answer) == Verdict.«corect»
}`,
    right: `
enum Verdict { correct, wrong }

agent Critic(answer: string) -> Verdict

workflow main(answer: string) -> bool {
  return Critic(answer) == Verdict.correct
}`,
  },
  notAValue: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string) -> string[] {
  return [question, «Solver»]
}`,
    right: `
agent Solver(question: string) -> string

workflow main(question: string) -> string[] {
  return [question, Solver(question)]
}`,
  },
  unknownTool: {
    wrong: `
agent Solver(question: string) -> string {
  tools «python»
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right: `
import { python } from "std/tools"

agent Solver(question: string) -> string {
  tools python
}

workflow main(question: string) -> string {
  return Solver(question)
}`,
  },
  notATool: {
    wrong: `
agent Researcher(question: string) -> string

workflow research(question: string) -> string {
  return Researcher(question)
}

agent Lead(task: string) -> string {
  tools «research»
}

workflow main(task: string) -> string {
  return Lead(research(task))
}`,
    right: `
agent Researcher(question: string) -> string

agent Lead(task: string) -> string {
  tools Researcher
}

workflow main(task: string) -> string {
  return Lead(task)
}`,
  },
  unknownAgent: {
    wrong: `
agent Reader(section: string) -> string

agent CarefulReader = «Raeder» { temperature 0 }

workflow main(section: string) -> string {
  return CarefulReader(Reader(section))
}`,
    right: `
agent Reader(section: string) -> string

agent CarefulReader = Reader { temperature 0 }

workflow main(section: string) -> string {
  return CarefulReader(Reader(section))
}`,
  },
  notAnAgent: {
    wrong: `
import { python } from "std/tools"

agent Runner = «python» { temperature 0 }

workflow main(code: string) -> string {
  return Runner(code)
}`,
    right: `
import { python } from "std/tools"

agent Runner(code: string) -> string {
  tools python
  temperature 0
}

workflow main(code: string) -> string {
  return Runner(code)
}`,
  },
  discardedName: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  _ = Solver(question)
  return «_»
}`,
    right: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  answer = Solver(question)
  return answer
}`,
  },
  builtinAsValue: {
    wrong: `
workflow main(question: string) -> int {
  return «len»
}`,
    right: `
workflow main(question: string) -> int {
  return len(question)
}`,
  },
}
