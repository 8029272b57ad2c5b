const WIDE_SCRIPT = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const WIDE_SYMBOL = /^[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** Made when it is needed: that takes as long as checking ten scripts, and most texts are ASCII. */
let segmenter: Intl.Segmenter | null = null

/** The columns that a text without tabs and line breaks takes in a terminal. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(text)) width += NOTHING.test(segment) ? 0 : isWide(segment) ? 2 : 1
  return width
}

const isWide = (segment: string): boolean => WIDE_SCRIPT.test(segment) || WIDE_SYMBOL.test(segment)

/** The text filled up with spaces to `width` columns. */
export const padEndTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - textWidth(text)))

export const padStartTo = (text: string, width: number): string => ' '.repeat(Math.max(0, width - textWidth(text))) + text
