import type { Range } from '../grammar/index.ts'

export interface MarkedSource {
  readonly source: string
  /** The ranges between `«` and `»`, in the order of their starts. */
  readonly ranges: readonly Range[]
}

/** Takes the `«…»` marks out of a script and says where they stood. Marks may nest. */
export function markedSource(marked: string): MarkedSource {
  const ranges: { start: number; end: number }[] = []
  const open: { start: number; end: number }[] = []
  let source = ''
  for (const character of marked) {
    if (character === '«') {
      const range = { start: source.length, end: source.length }
      ranges.push(range)
      open.push(range)
    } else if (character === '»') {
      const range = open.pop()
      if (range === undefined) throw new Error(`a » without its « in ${marked}`)
      range.end = source.length
    } else {
      source += character
    }
  }
  if (open.length > 0) throw new Error(`a « without its » in ${marked}`)
  return { source, ranges }
}
