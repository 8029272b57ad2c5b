import type { importsMessages } from '../imports-messages.ts'
import type { ExamplesOf } from './example.ts'

const files = {
  'agents.mas': `
agent Hidden(question: string) -> string

export agent Solver(question: string) -> string

export workflow solve(question: string) -> string {
  return Solver(Hidden(question))
}`,
}

const right = `
import { Solver } from "./agents.mas"

workflow main(question: string) -> string {
  return Solver(question)
}`

export const importsExamples: ExamplesOf<typeof importsMessages> = {
  fileMissing: {
    wrong: `
import { Solver } from «"./agent.mas"»

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right,
    files,
  },
  fileUnreadable: null,
  fileOutside: {
    wrong: `
import { Solver } from «"/home/me/agents.mas"»

workflow main(question: string) -> string {
  return Solver(question)
}`,
    right,
    files,
  },
  notExported: {
    wrong: `
import { «Hidden» } from "./agents.mas"

workflow main(question: string) -> string {
  return Hidden(question)
}`,
    right,
    files,
  },
  notInFile: {
    wrong: `
import { «Sovler» } from "./agents.mas"

workflow main(question: string) -> string {
  return Sovler(question)
}`,
    right,
    files,
  },
  importCycle: {
    wrong: `
import { twice } from «"./main.mas"»

workflow main(question: string) -> string {
  return twice(question)
}`,
    right: `
workflow main(question: string) -> string {
  return twice(question)
}

workflow twice(question: string) -> string {
  return "{{question}} {{question}}"
}`,
  },
}
