import { group, hardLine, indent, parts, sequence, verbatim } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import type { TextAtom } from './text-atoms.ts'

interface Line {
  text: string
  tags: number
  /** Whether it holds anything but white space and block tags. */
  filled: boolean
}

const emptyLine = (): Line => ({ text: '', tags: 0, filled: false })

/**
 * The lines of a template between its `"""`, without the indentation that all of them share; `null` where that form cannot hold
 * it: it is raw, common indentation is removed, lines of white space become empty, and a line with only a block tag disappears.
 */
export function blockTextLines(atoms: readonly TextAtom[]): readonly string[] | null {
  const lines = linesOf(atoms)
  return lines === null || !survives(lines) ? null : lines.map(({ text }) => text)
}

/** `"""`, the lines one level deeper, and `"""`. */
export function indentedBlockText(lines: readonly string[]): Document {
  const content = lines.flatMap((line) => [hardLine, verbatim(line)])
  return group(parts('"""', indent(sequence(content)), hardLine, '"""'), { isBroken: true })
}

function linesOf(atoms: readonly TextAtom[]): readonly Line[] | null {
  let line = emptyLine()
  const lines = [line]
  for (const [position, atom] of atoms.entries()) {
    const next = atoms[position + 1]
    if (atom.kind === 'chunk') {
      const isUnsafe = /"""|\r/.test(atom.value) || (/\\\{?$/.test(atom.value) && next !== undefined)
      if (isUnsafe) return null
      for (const [index, text] of atom.value.split('\n').entries()) {
        if (index > 0) lines.push((line = emptyLine()))
        line.text += text.replaceAll('{{', '\\{{')
        if (/[^ \t]/.test(text)) line.filled = true
      }
      continue
    }
    const ownLine = atom.kind === 'tag' && line.text === '' && !atom.inline
    line.text += atom.written
    if (atom.kind === 'insert') line.filled = true
    else line.tags += 1
    if (ownLine && next !== undefined) lines.push((line = emptyLine()))
  }
  return lines
}

/** Whether reading the lines back gives what was printed. */
function survives(lines: readonly Line[]): boolean {
  const written = lines.filter((line) => line.text !== '')
  if (written.length === 0) return false
  const keepsSpaces = written.every(
    (line) => /[^ \t]/.test(line.text) && (line.filled || line.tags !== 1 || !/^[ \t]|[ \t]$/.test(line.text)),
  )
  return keepsSpaces && written.some((line) => !/^[ \t]/.test(line.text))
}
