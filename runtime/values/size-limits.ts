import { mostElements } from '../../compiler/types/index.ts'
import { Failure } from './failure.ts'

/** No text grows longer (in UTF-16 units): doubling in a loop would otherwise outgrow any machine. */
export const maximumTextLength = 2 ** 24

/** No list grows longer. */
export const maximumListLength = mostElements

/** The failure of a text of this length, or `null` where it is not too long. */
export const textTooLong = (length: number): Failure | null =>
  length <= maximumTextLength
    ? null
    : new Failure('too_large', `A text of more than ${maximumTextLength} characters is too long.`)

/** The failure of a list of this length, or `null` where it is not too long. */
export const listTooLong = (length: number): Failure | null =>
  length <= maximumListLength ? null : new Failure('too_large', `A list of more than ${maximumListLength} elements is too long.`)
