/**
 * What of a value matters: all of it, or its shape (how many elements a list has) and some of its parts, by element position
 * from 0 or by field.
 */
export interface Demand {
  readonly whole: boolean
  readonly parts: ReadonlyMap<string | number, Demand>
}

export const whole: Demand = { whole: true, parts: new Map() }

export const shape: Demand = { whole: false, parts: new Map() }

export const part = (key: string | number, demand: Demand): Demand => ({ whole: false, parts: new Map([[key, demand]]) })

/** What matters of a part where this much matters of the whole; `undefined` where nothing does. */
export const demandOfPart = (demand: Demand, key: string | number): Demand | undefined =>
  demand.whole ? whole : demand.parts.get(key)

/** What matters where either does. */
export function merge(left: Demand | undefined, right: Demand): Demand {
  if (left === undefined) return right
  if (left.whole || right.whole) return whole
  const parts = new Map(left.parts)
  for (const [key, demand] of right.parts) parts.set(key, merge(parts.get(key), demand))
  return { whole: false, parts }
}
