import { Failure } from '../values/failure.ts'

/** A loop takes no more elements than its bound; it never cuts a list silently. */
export const listLongerThan = (maximum: number, length: number): Failure =>
  new Failure(
    'list_too_long',
    `The list has ${length} elements, and the loop takes at most ${maximum}; first(xs, ${maximum}) would cut it.`,
  )
