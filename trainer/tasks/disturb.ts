import type { RandomStream } from '../random/random-stream.ts'

/**
 * A text as it comes through a noisy channel: each digit, independently with this probability, becomes one of the nine
 * others, each as likely. Everything else stays.
 */
export function disturb(text: string, probability: number, random: RandomStream): string {
  return text.replace(/[0-9]/g, (digit) => {
    if (random.next() >= probability) return digit
    return String((Number(digit) + 1 + random.integer(9)) % 10)
  })
}
