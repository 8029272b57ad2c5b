import type { boundsMessages } from '../bounds-messages.ts'
import type { ExamplesOf } from './example.ts'

const ten = (call: string): string => `join([${Array.from({ length: 10 }, () => call).join(', ')}], " ")`

export const boundsExamples: ExamplesOf<typeof boundsMessages> = {
  recursion: {
    wrong: `
agent Writer(draft: string) -> string

workflow improve(draft: string) -> string {
  better = Writer(draft)
  if contains(better, "DONE") {
    return better
  } else {
    return «improve(better)»
  }
}`,
    right: `
agent Writer(draft: string) -> string

workflow improve(draft: string) -> string {
  repeat max 5 {
    draft = Writer(draft)
    stop when contains(draft, "DONE")
  }
  return draft
}`,
  },
  agentToolRecursion: {
    wrong: `
agent Lead(task: string) -> string {
  tools Researcher
}

agent Researcher(question: string) -> string {
  «tools Lead»
}

workflow main(task: string) -> string {
  return Lead(task)
}`,
    right: `
agent Lead(task: string) -> string {
  tools Researcher
}

agent Researcher(question: string) -> string

workflow main(task: string) -> string {
  return Lead(task)
}`,
  },
  tooLarge: {
    wrong: `
agent Writer(task: string) -> string

workflow tens(task: string) -> string {
  return ${ten('Writer(task)')}
}

workflow hundreds(task: string) -> string {
  return ${ten('tens(task)')}
}

workflow thousands(task: string) -> string {
  return ${ten('hundreds(task)')}
}

workflow «main»(task: string) -> string {
  return ${ten('thousands(task)')}
}`,
    right: `
agent Writer(task: string) -> string

workflow main(task: string) -> string {
  return join(sample 10000 of Writer(task), " ")
}`,
  },
  overBudget: {
    wrong: `
agent Writer(draft: string) -> string

workflow main(draft: string) -> string budget { «calls 3» } {
  repeat max 5 {
    draft = Writer(draft)
    stop when contains(draft, "DONE")
  }
  return draft
}`,
    right: `
agent Writer(draft: string) -> string

workflow main(draft: string) -> string budget { calls 5 } {
  repeat max 5 {
    draft = Writer(draft)
    stop when contains(draft, "DONE")
  }
  return draft
}`,
  },
  beyondCounting: {
    wrong: `
agent Writer(draft: string) -> string

workflow «main»(draft: string) -> string {
  repeat max 100000000 {
    repeat max 100000000 {
      draft = Writer(draft)
      stop when contains(draft, "DONE")
    }
  }
  return draft
}`,
    right: `
agent Writer(draft: string) -> string

workflow main(draft: string) -> string {
  repeat max 100 {
    draft = Writer(draft)
    stop when contains(draft, "DONE")
  }
  return draft
}`,
  },
}
