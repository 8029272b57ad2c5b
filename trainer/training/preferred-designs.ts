import type { Evaluation } from './evaluate-designs.ts'

/** A design and how often it was written for tasks of a kind. */
export interface PreferredDesign {
  readonly family: string
  readonly difficulty: number
  readonly share: number
  readonly text: string
}

const preferredDesigns = 2

/** The most frequent designs of each family and difficulty. */
export function preferredDesignsOf(evaluation: Evaluation): readonly PreferredDesign[] {
  const groups = new Map<string, { family: string; difficulty: number; counts: Map<string, number>; total: number }>()
  for (const { task, designs } of evaluation.trees) {
    const key = `${task.family} ${task.difficulty}`
    const group = groups.get(key) ?? { family: task.family, difficulty: task.difficulty, counts: new Map<string, number>(), total: 0 }
    groups.set(key, group)
    for (const { text } of designs) {
      group.counts.set(text, (group.counts.get(text) ?? 0) + 1)
      group.total += 1
    }
  }
  return [...groups.values()]
    .sort((a, b) => (a.family < b.family ? -1 : a.family > b.family ? 1 : a.difficulty - b.difficulty))
    .flatMap(({ family, difficulty, counts, total }) =>
      [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, preferredDesigns)
        .map(([text, count]) => ({ family, difficulty, share: count / total, text })),
    )
}
