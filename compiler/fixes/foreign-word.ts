import type { Range } from '../../grammar/index.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import { replacing } from './edits.ts'

/** A word of another language that has one counterpart here: `null`, `True`, `str`, `length(…)`. */
export const foreignWord = (range: Range, word: string | null): Fix | null => (word === null ? null : replacing(range, word))
