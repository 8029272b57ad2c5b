import type { RandomStream } from '../../random/random-stream.ts'

/** Another character of these, each as likely; `null` where there is none. */
export function anotherOf(characters: string, character: string, random: RandomStream): string | null {
  const others = [...characters].filter((other) => other !== character)
  return others[random.integer(Math.max(1, others.length))] ?? null
}
