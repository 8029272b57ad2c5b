import type { TextChunk, TextPart } from '../../../grammar/index.ts'

/** The stretches of a text that stand for themselves, at any depth of its blocks. */
export function chunksOf(parts: readonly TextPart[]): readonly TextChunk[] {
  return parts.flatMap((part): readonly TextChunk[] => {
    switch (part.kind) {
      case 'chunk':
        return [part]
      case 'insert':
        return []
      case 'text_if':
        return [...chunksOf(part.then), ...chunksOf(part.otherwise ?? [])]
      case 'text_each':
        return chunksOf(part.body)
    }
  })
}
