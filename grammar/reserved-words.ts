import { reservedWordTokens, spelling } from './tokens/index.ts'

/** The words that no name may be; field names may. */
export const reservedWords: readonly string[] = reservedWordTokens.map(spelling)
