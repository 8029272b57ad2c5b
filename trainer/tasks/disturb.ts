import type { RandomStream } from '../random/random-stream.ts'

/**
 * A text as it comes through a noisy channel: each digit, independently with this probability, becomes another one of 0 to
 * `largest`, each as likely. Everything else stays.
 */
export function disturb(text: string, probability: number, random: RandomStream, largest = 9): string {
  return text.replace(/[0-9]/g, (digit) => {
    if (random.next() >= probability) return digit
    return String((Number(digit) + 1 + random.integer(largest)) % (largest + 1))
  })
}
