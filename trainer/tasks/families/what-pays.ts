import type { FamilyName } from './create-family.ts'

/** What each family is there for: what pays on it. */
export const whatPays: Readonly<Record<FamilyName, string>> = {
  depth: 'a chain of steps: nested expressions, reduced one operation at a time',
  breadth: 'independent parts handled side by side, then joined',
  horizon: 'inputs longer than one agent reads: split, work, merge',
  robustness: 'one answer is right more often than wrong, with independent errors: sample and vote',
  verify: 'checking is easier than finding: sample, check, keep or retry',
  route: 'mixed kinds of task, each with an agent that is good at it',
  plain: 'one call is as good as any team, and cheaper',
}
