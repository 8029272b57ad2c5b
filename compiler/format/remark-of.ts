import type { Comment } from '../../grammar/index.ts'
import type { Remark } from '../layout/index.ts'

/** A comment as it is laid out. Where each further line starts with `*`, the stars stand below one another. */
export function remarkOf({ kind, text }: Comment, endsLine: boolean): Remark {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd())
  const isAligned = lines.length > 1 && lines.slice(1).every((line) => line.trimStart().startsWith('*'))
  return {
    kind: 'remark',
    lines: isAligned ? lines.map((line) => line.trimStart()) : lines,
    isAligned,
    endsLine: endsLine || kind !== 'block',
  }
}
