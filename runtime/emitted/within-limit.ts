import { listLongerThan } from '../interpreter/list-longer-than.ts'
import { orThrow } from './halt.ts'

/** The items of a loop; more than `max` are a failure. */
export const withinLimit = <Item>(items: readonly Item[], max: number): readonly Item[] =>
  orThrow(items.length > max ? listLongerThan(max, items.length) : items)
