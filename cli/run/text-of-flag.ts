import { readTextFile } from './read-text-file.ts'

/** The text that a flag gives: `@FILE` is the file's, `@@…` one that starts with `@`. */
export function textOfFlag(value: string): ReturnType<typeof readTextFile> {
  if (value.startsWith('@@')) return { kind: 'ok', text: value.slice(1) }
  return value.startsWith('@') ? readTextFile(value.slice(1)) : { kind: 'ok', text: value }
}
