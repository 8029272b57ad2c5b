/** Controls, invisible and formatting characters, line separators, and spaces that look like others. */
export const unseen = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

/** A text in which everything can be seen: what a person approves has to be what stands there. */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
