import { equalValues } from '../../runtime/index.ts'
import { comparingScorer } from './comparing-scorer.ts'
import type { Scorer } from './scorer.ts'

/** 1 where the result equals the expected value, as the language's `==` does: deeply, without trimming a text. */
export const exactScorer: Scorer = comparingScorer('exact', equalValues)
