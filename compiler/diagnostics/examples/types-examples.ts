import type { typesMessages } from '../types-messages.ts'
import type { ExamplesOf } from './example.ts'

export const typesExamples: ExamplesOf<typeof typesMessages> = {
  bindingMismatch: {
    wrong: `
agent Grade(draft: string) -> number

workflow main(draft: string) -> number {
  points = 0
  repeat max 3 {
    points = «Grade(draft)»
    stop when points > 0.5
  }
  return points
}`,
    right: `
agent Grade(draft: string) -> number

workflow main(draft: string) -> number {
  points: number = 0
  repeat max 3 {
    points = Grade(draft)
    stop when points > 0.5
  }
  return points
}`,
  },
  returnMismatch: {
    wrong: `
agent Solver(question: string) -> { reasoning: string, answer: string }

workflow main(question: string) -> string {
  return «Solver(question)»
}`,
    right: `
agent Solver(question: string) -> { reasoning: string, answer: string }

workflow main(question: string) -> string {
  return Solver(question).answer
}`,
  },
  argumentMismatch: {
    wrong: `
agent Writer(words: int, topic: string) -> string

workflow main(topic: string) -> string {
  return Writer(«"300"», topic)
}`,
    right: `
agent Writer(words: int, topic: string) -> string

workflow main(topic: string) -> string {
  return Writer(300, topic)
}`,
  },
  notACondition: {
    wrong: `
workflow main(hint: string?) -> string {
  if «hint» {
    return hint
  } else {
    return "no hint"
  }
}`,
    right: `
workflow main(hint: string?) -> string {
  if hint != none {
    return hint
  } else {
    return "no hint"
  }
}`,
  },
  noCommonType: {
    wrong: `
agent Solver(question: string) -> int

workflow main(question: string) -> string {
  answer = Solver(question) otherwise «"unknown"»
  return text(answer)
}`,
    right: `
agent Solver(question: string) -> int

workflow main(question: string) -> string {
  answer = Solver(question) otherwise none
  return text(answer)
}`,
  },
  annotationNeeded: {
    wrong: `
agent Next(notes: string[]) -> string

workflow main() -> string[] {
  «notes» = []
  repeat max 4 {
    notes = concat(notes, [Next(notes)])
  }
  return notes
}`,
    right: `
agent Next(notes: string[]) -> string

workflow main() -> string[] {
  notes: string[] = []
  repeat max 4 {
    notes = concat(notes, [Next(notes)])
  }
  return notes
}`,
  },
  annotationDiffers: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  answer = ""
  answer: «string?» = Solver(question)
  return answer
}`,
    right: `
agent Solver(question: string) -> string

workflow main(question: string) -> string {
  answer: string? = none
  answer = Solver(question)
  return answer ?? ""
}`,
  },
  recursiveType: {
    wrong: `
type «Tree» = { text: string, children: Tree[] }

agent Outline(task: string) -> Tree

workflow main(task: string) -> Tree {
  return Outline(task)
}`,
    right: `
type Leaf = { text: string }
type Tree = { text: string, children: Leaf[] }

agent Outline(task: string) -> Tree

workflow main(task: string) -> Tree {
  return Outline(task)
}`,
  },
  notPositive: {
    wrong: `
agent Solver(question: string) -> string

workflow main(question: string) -> string[] {
  return sample «0» of Solver(question)
}`,
    right: `
agent Solver(question: string) -> string

workflow main(question: string) -> string[] {
  return sample 1 of Solver(question)
}`,
  },
  notStatic: {
    wrong: `
agent Solver(question: string) -> string

export workflow solve(question: string, n: int) -> string[] {
  return sample «n» of Solver(question)
}`,
    right: `
agent Solver(question: string) -> string

export workflow solve(question: string, static n: int) -> string[] {
  return sample n of Solver(question)
}`,
  },
  typeTooLarge: {
    wrong: `
type Row = { a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int, i: int, j: int }
type Sheet = { a: Row, b: Row, c: Row, d: Row, e: Row, f: Row, g: Row, h: Row, i: Row, j: Row }
type Book = «{ a: Sheet, b: Sheet, c: Sheet, d: Sheet, e: Sheet, f: Sheet, g: Sheet, h: Sheet, i: Sheet, j: Sheet }»

workflow main(book: Book) -> Sheet {
  return book.a
}`,
    right: `
type Row = { a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int, i: int, j: int }
type Sheet = Row[]
type Book = Sheet[]

workflow main(book: Book) -> Sheet {
  return book[0]
}`,
  },
  agentTypeHere: {
    wrong: `
export workflow panel(team: { judge: «agent(string) -> string» }, question: string) -> string {
  return question
}`,
    right: `
export workflow panel(judge: agent(string) -> string, question: string) -> string {
  return judge(question)
}`,
  },
}
