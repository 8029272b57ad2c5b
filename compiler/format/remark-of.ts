import type { Comment } from '../../grammar/index.ts'
import type { Remark } from '../layout/index.ts'

/** A comment as it is laid out. Where each line of `/* … *\/` starts with `*`, they stay below one another; else they stay as they are. */
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
