/** Why a text of a file is no JSON text. */
export interface ScalarMistake {
  readonly message: string
  readonly remedy: string | null
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** The end of the number that starts here; `null` where none does. */
export function endOfNumber(text: string, at: number): number | null {
  number.lastIndex = at
  return number.test(text) ? number.lastIndex : null
}

/** The end of the text that opens here, behind its closing quote. A loop: a long text would overflow a pattern's stack. */
export function endOfText(text: string, at: number): number | ScalarMistake {
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next)
    if (code === 0x22) return next + 1
    if (code < 0x20)
      return {
        message: 'A text may not hold a line break or a control character.',
        remedy: 'Write `\\n`, or `\\u` and four digits.',
      }
    if (code !== 0x5c) continue
    escape.lastIndex = next
    if (!escape.test(text)) {
      return { message: 'This text holds a `\\` that opens no escape.', remedy: 'Write `\\\\` for a backslash.' }
    }
    next = escape.lastIndex - 1
  }
  return { message: 'This text is never closed.', remedy: 'Write `"` where it ends.' }
}
