import { MasParser } from './mas-parser.ts'

/** Building a parser takes longer than reading a file with it: there is one, and it is used again and again. */
export const sharedParser = new MasParser()
