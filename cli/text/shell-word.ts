import { unseen } from '../terminal/visible.ts'

/** A text as one word of a command line, to be copied into a shell; what cannot be seen stands there as bash and zsh read it. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  if (text.search(unseen) === -1) return `'${text.replaceAll("'", `'\\''`)}'`
  return `$'${text.replace(/['\\]/g, String.raw`\$&`).replace(unseen, escaped)}'`
}

const escaped = (character: string): string => String.raw`\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
