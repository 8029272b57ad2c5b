import type { ProgramOptions } from '../../testing/index.ts'

/** Declarations of other kinds than the default ones: an import, records in lists and lists in records, an agent with a tool. */
export const otherDeclarations: ProgramOptions = {
  types: [
    'import { python } from "std/tools"',
    'enum Verdict { correct, wrong }',
    'type Draft = { body: string, marks: int[2] }',
    'type Review = { verdict: Verdict, remarks: string?, draft: Draft }',
  ],
  tools: ['store(key: string, value: number?) -> bool from "host:store"', 'grid(size: int) -> int[2][3] from "host:grid" pure'],
  agents: [
    'Drafter(topic: string, words: int?) -> Draft { role "Write about {{topic}}." max_tokens 64 }',
    'Reviewer(draft: Draft) -> Review { temperature 0.5 model "large" tools python max_turns 2 }',
  ],
  workflow: 'report(topic: string, verdict: Verdict?, drafts: Draft[2]) -> Review',
}
