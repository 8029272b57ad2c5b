import type { Document, Group, Remark } from './document.ts'

/** Lines longer than this are broken where the layout knows how. */
export const lineWidth = 100

/** The white space that a line starts with, `level` levels in. */
export const indentation = (level: number): string => '  '.repeat(level)

/** A document that is due, and where it stands. */
interface Due {
  readonly document: Document
  readonly level: number
  /** Whether the group around it stands on one line. */
  readonly isFlat: boolean
}

/** Settles the line breaks of a document whose first line is `level` levels in, without the white space of that line. */
export function render(document: Document, level = 0): string {
  const page = new Page(level)
  const due: Due[] = [{ document, level, isFlat: false }]
  for (let next = due.pop(); next !== undefined; next = due.pop()) step(next, due, page)
  return page.text()
}

function step({ document, level, isFlat }: Due, due: Due[], page: Page): void {
  if (typeof document === 'string') {
    page.write(document, level)
    return
  }
  switch (document.kind) {
    case 'parts':
      for (let index = document.parts.length - 1; index >= 0; index--) {
        due.push({ document: document.parts[index] ?? '', level, isFlat })
      }
      return
    case 'line':
      if (!isFlat) page.breakLine(1)
      else if (document.flat === ' ') page.space()
      return
    case 'break':
      page.breakLine(document.count)
      return
    case 'space':
      page.space()
      return
    case 'indent':
      due.push({ document: document.content, level: isFlat ? level : level + 1, isFlat })
      return
    case 'group':
      due.push(laidOut(document, { document, level, isFlat }, due, page))
      return
    case 'if_broken':
      if (!isFlat) page.write(document.text, level)
      return
    case 'remark':
      page.remark(document, level)
      return
    case 'verbatim':
      page.write(document.text, level)
      return
  }
}

/** The content of a group in the first way that fits: on one line, on the lines of its last part, broken. */
function laidOut({ content, isBroken, instead }: Group, { level, isFlat }: Due, due: readonly Due[], page: Page): Due {
  const flat: Due = { document: content, level, isFlat: true }
  if (!isBroken && (isFlat || fits(flat, due, page.room(level)))) return flat
  const other: Due | null = instead === null ? null : { document: instead, level, isFlat: true }
  return other !== null && fits(other, due, page.room(level)) ? other : { document: content, level, isFlat: false }
}

/** Whether what is due next, and what follows up to the next line break, fits in so many columns. */
function fits(first: Due, later: readonly Due[], room: number): boolean {
  const due: Due[] = [first]
  let left = room
  let behind = later.length
  while (left >= 0) {
    const next = due.pop() ?? later[--behind]
    if (next === undefined) return true
    const { document, level, isFlat } = next
    if (typeof document === 'string') {
      left -= document.length
      continue
    }
    switch (document.kind) {
      case 'parts':
        for (let index = document.parts.length - 1; index >= 0; index--) {
          due.push({ document: document.parts[index] ?? '', level, isFlat })
        }
        break
      case 'line':
        if (!isFlat) return true
        left -= document.flat.length
        break
      case 'break':
        return true
      case 'space':
        left -= 1
        break
      case 'indent':
        due.push({ document: document.content, level, isFlat })
        break
      case 'group':
        due.push({ document: document.content, level, isFlat: isFlat && !document.isBroken })
        break
      case 'if_broken':
        if (!isFlat) left -= document.text.length
        break
      case 'remark':
        if (document.endsLine || document.lines.length > 1) return true
        left -= (document.lines[0]?.length ?? 0) + 1
        break
      case 'verbatim': {
        const end = document.text.indexOf('\n')
        if (end !== -1) return end <= left
        left -= document.text.length
        break
      }
    }
  }
  return false
}

/** What has been written. White space at the start of a line is written with what follows it, so that no line ends with it. */
class Page {
  private readonly written: string[] = []
  private column: number
  private last = ''
  private startsLine = false
  /** Whether a comment ended its line, so that nothing may follow on it. */
  private isEnded = false

  constructor(level: number) {
    this.column = 2 * level
  }

  text(): string {
    return this.written.join('')
  }

  /** The columns that are left on the line. */
  room(level: number): number {
    return lineWidth - (this.startsLine || this.isEnded ? 2 * level : this.column)
  }

  write(text: string, level: number): void {
    if (text === '') return
    if (this.isEnded) {
      this.breakLine(1)
      this.indent(level + 1)
    } else if (this.startsLine) {
      this.indent(level)
    }
    this.put(text)
  }

  space(): void {
    if (!this.startsLine && !this.isEnded && this.last !== ' ') this.put(' ')
  }

  breakLine(count: 1 | 2): void {
    this.written.push(count === 1 ? '\n' : '\n\n')
    this.startsLine = true
    this.isEnded = false
    this.column = 0
    this.last = '\n'
  }

  remark({ lines, isAligned, endsLine }: Remark, level: number): void {
    if (!'([ \n'.includes(this.last)) this.space()
    const between = isAligned ? `\n${indentation(level)} ` : '\n'
    this.write(lines.join(between), level)
    this.isEnded = endsLine
  }

  private indent(level: number): void {
    this.startsLine = false
    if (level > 0) this.put(indentation(level))
  }

  private put(text: string): void {
    this.written.push(text)
    const start = text.lastIndexOf('\n') + 1
    this.column = start === 0 ? this.column + text.length : text.length - start
    this.last = text.slice(-1)
  }
}
