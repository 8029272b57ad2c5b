import { indentation } from './layout.ts'
import type { TextAtom } from './text-atoms.ts'

interface Line {
  text: string
  tags: number
  /** Whether it holds anything but white space and block tags. */
  filled: boolean
}

const emptyLine = (): Line => ({ text: '', tags: 0, filled: false })

/**
 * A template as `"""…"""`, one level deeper than the line it starts on; `null` where that form cannot hold it: it is raw,
 * common indentation is removed, lines of white space become empty, and a line with only a block tag disappears.
 */
export function printBlockText(atoms: readonly TextAtom[], depth: number): string | null {
  const lines = linesOf(atoms)
  if (lines === null || !survives(lines)) return null
  const inside = indentation(depth + 1)
  const content = lines.map((line) => (line.text === '' ? '' : `${inside}${line.text}`))
  return `"""\n${content.join('\n')}\n${inside.slice(2)}"""`
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
