import { textWidth } from './text-width.ts'
import { visible } from './visible.ts'

/** Room for a text behind its mark, however narrow the terminal is. */
const LEAST_ROOM = 8

/**
 * The lines of a text, made visible, each behind a mark. What is too long for a terminal of so many columns goes on in a line
 * with a mark of its own, so that the terminal itself breaks none; `null` breaks nothing.
 */
export function markedLines(mark: string, text: string, width: number | null): readonly string[] {
  const room = width === null ? Infinity : Math.max(LEAST_ROOM, width - mark.length)
  return text.split('\n').flatMap((line) => piecesOf(visible(line), room).map((piece) => `${mark}${piece}`))
}

function piecesOf(line: string, room: number): readonly string[] {
  if (textWidth(line) <= room) return [line]
  const pieces: string[] = []
  let piece = ''
  let taken = 0
  for (const character of line) {
    const columns = textWidth(character)
    if (taken + columns > room) {
      pieces.push(piece)
      piece = ''
      taken = 0
    }
    piece += character
    taken += columns
  }
  return [...pieces, piece]
}
