/** Something under way that has to end before what started it can end: a call, a block, a region. */
export interface Activity {
  /** What it has under way itself. */
  readonly children: Iterable<Activity>
  /** Told once that its result is of no use: it starts nothing more and ends soon, with `aborted`. */
  cancel(): void
}

/** Cancels activities with everything under them, the innermost first. Without recursion: regions may nest deeply. */
export function cancelAll(roots: Iterable<Activity>): void {
  const found = [...roots]
  for (let next = 0; next < found.length; next += 1) for (const child of found[next]?.children ?? []) found.push(child)
  for (const activity of found.reverse()) activity.cancel()
}
