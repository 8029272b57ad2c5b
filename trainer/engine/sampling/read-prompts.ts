import type { Decoder, Lane } from './decoder.ts'

/**
 * A lane for each prompt, in order, that has read all of it except the last token (which the first step reads). Equal
 * prompts are read once.
 */
export function readPrompts(decoder: Decoder, prompts: readonly (readonly number[])[]): Lane[] {
  const readers = new Map<string, { readonly lane: Lane; readonly tokens: readonly number[]; taken: boolean }>()
  const keys = prompts.map((prompt) => prompt.join(' '))
  keys.forEach((key, index) => {
    if (readers.has(key)) return
    readers.set(key, { lane: decoder.open(), tokens: (prompts[index] ?? []).slice(0, -1), taken: false })
  })

  let reading = [...readers.values()].filter(({ tokens }) => tokens.length > 0)
  for (let position = 0; reading.length > 0; position += 1) {
    decoder.advance(
      reading.map(({ lane }) => lane),
      reading.map(({ tokens }) => tokens[position] as number),
      0,
    )
    reading = reading.filter(({ tokens }) => tokens.length > position + 1)
  }

  return keys.map((key) => {
    const reader = readers.get(key)
    if (reader === undefined) return decoder.open()
    if (reader.taken) return decoder.fork(reader.lane)
    // The first to ask gets the lane itself; it has not advanced yet while this list is made.
    reader.taken = true
    return reader.lane
  })
}
