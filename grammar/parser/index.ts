// Reading a file, without the exports of the grammar that most who read files have no use for.
export { parse, type ParseResult } from '../parse.ts'
