import type { RandomStream } from '../random/random-stream.ts'

/**
 * A text with a slip: one of its digits, each as likely, becomes another one of 0 to `largest`. The text itself where it has no digit
 * or there is no other.
 */
export function slip(text: string, largest: number, random: RandomStream): string {
  const places = [...text].flatMap((character, place) => (/[0-9]/.test(character) ? [place] : []))
  const place = places[random.integer(Math.max(1, places.length))]
  if (place === undefined || largest < 1) return text
  const others = Array.from({ length: largest + 1 }, (_, digit) => String(digit)).filter((digit) => digit !== text[place])
  return `${text.slice(0, place)}${others[random.integer(others.length)] ?? ''}${text.slice(place + 1)}`
}
