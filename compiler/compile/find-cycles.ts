/** A step from one item to another, with what it was found at. */
export interface Step<Item, Place> {
  readonly from: Item
  readonly to: Item
  readonly at: Place
}

/** Depth-first search for cycles, each given once, ending with the step that closes it. Long chains take no stack. */
export function findCycles<Item, Place>(
  items: readonly Item[],
  stepsFrom: (item: Item) => readonly Step<Item, Place>[],
): readonly (readonly [...Step<Item, Place>[], Step<Item, Place>])[] {
  const cycles: (readonly [...Step<Item, Place>[], Step<Item, Place>])[] = []
  const seen = new Set<Item>()
  for (const item of items) {
    if (seen.has(item)) continue
    seen.add(item)
    // `trail[i]` is the step that led to the item whose steps `open[i + 1]` goes through.
    const trail: Step<Item, Place>[] = []
    const open = [stepsFrom(item).values()]
    const positions = new Map<Item, number>([[item, 0]])
    for (let steps = open.at(-1); steps !== undefined; steps = open.at(-1)) {
      const next = steps.next()
      if (next.done === true) {
        open.pop()
        const finished = trail.pop()
        if (finished !== undefined) positions.delete(finished.to)
        continue
      }
      const step = next.value
      const position = positions.get(step.to)
      if (position !== undefined) {
        cycles.push([...trail.slice(position), step])
      } else if (!seen.has(step.to)) {
        seen.add(step.to)
        trail.push(step)
        positions.set(step.to, trail.length)
        open.push(stepsFrom(step.to).values())
      }
    }
  }
  return cycles
}
