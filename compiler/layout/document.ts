/** A text whose line breaks are not settled yet. A string is a stretch of one line. */
export type Document = string | Parts | Line | Break | Space | Indent | Group | IfBroken | Remark | Verbatim

/** Documents one after another. */
export interface Parts {
  readonly kind: 'parts'
  readonly parts: readonly Document[]
  readonly isForced: boolean
}

/** A line break where the group around it is broken, else `flat`. */
export interface Line {
  readonly kind: 'line'
  readonly flat: '' | ' '
}

/** A line break, or two. */
export interface Break {
  readonly kind: 'break'
  readonly count: 1 | 2
}

/** A space, except where a line starts. */
export interface Space {
  readonly kind: 'space'
}

/** One level deeper, where the group around it is broken. */
export interface Indent {
  readonly kind: 'indent'
  readonly content: Document
}

/** Stands on one line where that fits, unless it is broken from the start. */
export interface Group {
  readonly kind: 'group'
  readonly content: Document
  readonly isBroken: boolean
  /** Laid out instead, on one line up to where it is broken itself, where `content` does not fit and this does. */
  readonly instead: Document | null
  /** Whether it may stand as the last of a list on the lines of that list's brackets. */
  readonly hugs: boolean
}

/** Stands only where the group around it is broken. */
export interface IfBroken {
  readonly kind: 'if_broken'
  readonly text: string
}

/** A comment, a space before it where none is; where it ends its line, what comes next starts a new one. */
export interface Remark {
  readonly kind: 'remark'
  /** Its lines as they are written; `isAligned`: all but the first start with `*`, and move with the first. */
  readonly lines: readonly string[]
  readonly isAligned: boolean
  readonly endsLine: boolean
}

/** A text that stands as it is, line breaks included. */
export interface Verbatim {
  readonly kind: 'verbatim'
  readonly text: string
}

export const nothing: Document = ''
export const line: Document = { kind: 'line', flat: ' ' }
export const softLine: Document = { kind: 'line', flat: '' }
export const hardLine: Document = { kind: 'break', count: 1 }
export const blankLine: Document = { kind: 'break', count: 2 }
export const space: Document = { kind: 'space' }

/** So many documents one after another as there are. */
export const sequence = (all: readonly Document[]): Document => ({ kind: 'parts', parts: all, isForced: all.some(isForced) })

export const parts = (...all: readonly Document[]): Document => sequence(all)

export const indent = (content: Document): Document => ({ kind: 'indent', content })

export const group = (content: Document, options: Partial<Omit<Group, 'kind' | 'content'>> = {}): Group => ({
  kind: 'group',
  content,
  isBroken: false,
  instead: null,
  hugs: false,
  ...options,
})

export const ifBroken = (text: string): Document => ({ kind: 'if_broken', text })

export const verbatim = (text: string): Document => ({ kind: 'verbatim', text })

/** Whether the document cannot stand on one line. */
export function isForced(document: Document): boolean {
  if (typeof document === 'string') return false
  switch (document.kind) {
    case 'parts':
      return document.isForced
    case 'break':
      return true
    case 'indent':
      return isForced(document.content)
    case 'group':
      return document.isBroken || isForced(document.content)
    case 'remark':
      return document.endsLine || document.lines.length > 1
    case 'verbatim':
      return document.text.includes('\n')
    case 'line':
    case 'space':
    case 'if_broken':
      return false
  }
}

/** The document with the group that it ends with broken; `null` where it ends with none that hugs. */
export function brokenAtEnd(document: Document): Document | null {
  if (typeof document === 'string') return null
  if (document.kind === 'group') return document.hugs ? { ...document, isBroken: true, instead: null } : null
  if (document.kind !== 'parts') return null
  const last = document.parts.at(-1)
  const broken = last === undefined ? null : brokenAtEnd(last)
  return broken === null ? null : sequence([...document.parts.slice(0, -1), broken])
}
