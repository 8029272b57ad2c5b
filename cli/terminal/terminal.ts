import type picocolors from 'picocolors'

export type Colors = ReturnType<typeof picocolors.createColors>

/** Where a command writes, and what it may assume about its surroundings. */
export interface Terminal {
  /** The command's result. */
  readonly out: Channel
  /** Everything else: progress, advice, errors. */
  readonly err: Channel
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workingFolder: string
  /** Asks the person who sits there for a line; `null` where nobody does. */
  readonly ask: AskLine | null
}

/** The line that was entered; `null` where there is none, or the signal was aborted. */
export type AskLine = (prompt: string, signal: AbortSignal) => Promise<string | null>

export interface Channel {
  write(text: string): void
  readonly isTerminal: boolean
  /** Columns; `null` where nobody looks at it. */
  readonly width: number | null
  /** Lines; `null` where nobody looks at it. */
  readonly height: number | null
  readonly colors: Colors
  /** The file descriptor behind it, by which another thread can write too; left out where there is none. */
  readonly descriptor?: number
}
