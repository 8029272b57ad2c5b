/**
 * About how wide a text is in a sans-serif font, in units of its size. No font is at hand where an SVG is made, so letters
 * count by how wide they are in Helvetica, and those of East Asian scripts count a whole unit.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width
}

function letterWidth(letter: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(letter)) return 1
  if (/[ijl|'.,:;!()[\]/ft ]/.test(letter)) return 0.32
  if (/[mwMW@%]/.test(letter)) return 0.88
  return /\p{Lu}/u.test(letter) ? 0.7 : 0.57
}
