import type { expressionsMessages } from '../expressions-messages.ts'
import type { ExamplesOf } from './example.ts'

export const expressionsExamples: ExamplesOf<typeof expressionsMessages> = {
  notANumber: {
    wrong: `
workflow main(points: string) -> bool {
  return «points» > 3
}`,
    right: `
workflow main(points: string) -> bool {
  return (number(points) ?? 0) > 3
}`,
  },
  plusOnTexts: {
    wrong: `
workflow main(name: string) -> string {
  return «"Dear " + name + ","»
}`,
    right: `
workflow main(name: string) -> string {
  return "Dear {{name}},"
}`,
  },
  notAnInteger: {
    wrong: `
workflow main(points: number) -> bool {
  return «points» % 2 == 0
}`,
    right: `
workflow main(points: number) -> bool {
  return round(points) % 2 == 0
}`,
  },
  incomparable: {
    wrong: `
enum Verdict { correct, wrong }

agent Critic(answer: string) -> Verdict

workflow main(answer: string) -> bool {
  return «Critic(answer) == "correct"»
}`,
    right: `
enum Verdict { correct, wrong }

agent Critic(answer: string) -> Verdict

workflow main(answer: string) -> bool {
  return Critic(answer) == Verdict.correct
}`,
  },
  neverNone: {
    wrong: `
workflow main(answer: string) -> bool {
  return «answer != none»
}`,
    right: `
workflow main(answer: string?) -> bool {
  return answer != none
}`,
  },
  notABool: {
    wrong: `
workflow main(drafts: string[]) -> bool {
  return not «drafts»
}`,
    right: `
workflow main(drafts: string[]) -> bool {
  return not (len(drafts) > 0)
}`,
  },
  noFields: {
    wrong: `
workflow main(drafts: string[]) -> int {
  return drafts.«length»
}`,
    right: `
workflow main(drafts: string[]) -> int {
  return len(drafts)
}`,
  },
  notIndexable: {
    wrong: `
workflow main(draft: { answer: string }) -> string {
  return «draft»[0]
}`,
    right: `
workflow main(draft: { answer: string }) -> string {
  return draft.answer
}`,
  },
  indexNotInteger: {
    wrong: `
workflow main(drafts: string[]) -> string {
  return drafts[«len(drafts) / 2»]
}`,
    right: `
workflow main(drafts: string[]) -> string {
  return drafts[round(len(drafts) / 2)]
}`,
  },
  spreadNotRecord: {
    wrong: `
workflow main(drafts: { answer: string }[]) -> { answer: string } {
  return { ...«drafts», answer: "" }
}`,
    right: `
workflow main(drafts: { answer: string }[]) -> { answer: string } {
  return { ...drafts[0], answer: "" }
}`,
  },
  textCondition: {
    wrong: `
workflow main(notes: string[]) -> string {
  return "{{#if «notes»}}Notes: {{notes}}{{/if}}"
}`,
    right: `
workflow main(notes: string[]) -> string {
  return "{{#if len(notes) > 0}}Notes: {{notes}}{{/if}}"
}`,
  },
}
