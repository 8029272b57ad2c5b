import type { RandomStream } from '../random/random-stream.ts'
import type { ReadingCall, TaskFamily } from '../tasks/index.ts'

/** What one call sees of a text: the family whose notation it is written in decides. */
export const perceiveAs =
  (families: readonly TaskFamily[]) =>
  (text: string, random: RandomStream, call: ReadingCall): string =>
    families.find((family) => family.owns(text))?.perceive(text, random, call) ?? text
