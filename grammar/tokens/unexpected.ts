import { createToken } from 'chevrotain'

/** Chevrotain sorts patterns by their first character: each code up to 255 alone, and 255 codes together above. */
const everyFirstCharacter = Array.from({ length: 256 }, (_, code) => code)
  .concat(Array.from({ length: 257 }, (_, bucket) => bucket * 255))

/** Any character that no other token starts with. Last in its mode, so that the lexer itself never fails. */
export const UnexpectedCharacter = createToken({
  name: 'UnexpectedCharacter',
  pattern: (text: string, offset: number): [string] => [String.fromCodePoint(text.codePointAt(offset) ?? 0)],
  start_chars_hint: everyFirstCharacter,
  line_breaks: false,
})
