import type { statementsMessages } from '../statements-messages.ts'
import type { ExamplesOf } from './example.ts'

export const statementsExamples: ExamplesOf<typeof statementsMessages> = {
  notAList: {
    wrong: `
agent Reader(notes: string, part: string) -> string

workflow main(document: string) -> string {
  notes = ""
  for part in «document» max 8 {
    notes = Reader(notes, part)
  }
  return notes
}`,
    right: `
agent Reader(notes: string, part: string) -> string

workflow main(document: string) -> string {
  notes = ""
  for part in chunks(document, 4000) max 8 {
    notes = Reader(notes, part)
  }
  return notes
}`,
  },
  boundNeeded: {
    wrong: `
agent Worker(step: string) -> string

workflow main(task: string) -> string[] {
  return each step in «lines(task)» { yield Worker(step) }
}`,
    right: `
agent Worker(step: string) -> string

workflow main(task: string) -> string[] {
  return each step in lines(task) max 8 { yield Worker(step) }
}`,
  },
  readOnlyInEach: {
    wrong: `
agent Worker(step: string) -> string

workflow main(steps: string[6]) -> string[] {
  last_result = ""
  results = each step in steps {
    «last_result» = Worker(step)
    yield last_result
  }
  return results
}`,
    right: `
agent Worker(step: string) -> string

workflow main(steps: string[6]) -> string[] {
  results = each step in steps {
    result = Worker(step)
    yield result
  }
  return results
}`,
  },
  notRebindable: {
    wrong: `
agent Solver(question: string) -> string

export workflow solve(question: string, static n: int) -> string[] {
  «n» = 3
  return sample n of Solver(question)
}`,
    right: `
agent Solver(question: string) -> string

export workflow solve(question: string, static n: int) -> string[] {
  count = n
  return concat(["{{count}} samples"], sample n of Solver(question))
}`,
  },
  returnMissing: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string, hard: bool) -> string {
  if hard {
    return Solver(question)
  }
«}»`,
    right: `
agent Solver(question: string) -> string

workflow main(question: string, hard: bool) -> string {
  if hard {
    return Solver(question)
  } else {
    return question
  }
}`,
  },
  notAnEnum: {
    wrong: `
agent Router(question: string) -> string

workflow main(question: string) -> string {
  match «Router(question)» {
    code => { return "code" }
    else => { return "other" }
  }
}`,
    right: `
enum Kind { code, knowledge }

agent Router(question: string) -> Kind

workflow main(question: string) -> string {
  match Router(question) {
    code => { return "code" }
    else => { return "other" }
  }
}`,
  },
  membersMissing: {
    wrong: `
enum Kind { arithmetic, code, knowledge }

agent Router(question: string) -> Kind

workflow main(question: string) -> string {
  match «Router(question)» {
    arithmetic => { return "arithmetic" }
    code => { return "code" }
  }
}`,
    right: `
enum Kind { arithmetic, code, knowledge }

agent Router(question: string) -> Kind

workflow main(question: string) -> string {
  match Router(question) {
    arithmetic => { return "arithmetic" }
    code => { return "code" }
    else => { return "knowledge" }
  }
}`,
  },
  duplicateArm: {
    wrong: `
enum Kind { code, knowledge }

agent Router(question: string) -> Kind

workflow main(question: string) -> string {
  match Router(question) {
    code => { return "code" }
    knowledge => { return "knowledge" }
    «code» => { return "program" }
  }
}`,
    right: `
enum Kind { code, knowledge }

agent Router(question: string) -> Kind

workflow main(question: string) -> string {
  match Router(question) {
    code => { return "code" }
    knowledge => { return "knowledge" }
  }
}`,
  },
}
