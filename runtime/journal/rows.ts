import type { SQLOutputValue } from 'node:sqlite'
import type { Batch, JournalEntry } from './journal-entry.ts'
import { UnreadableRow } from './journal-problem.ts'

export type Row = Readonly<Record<string, SQLOutputValue>>

export function textIn(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new UnreadableRow(`${column} is no text`)
  return value
}

export function numberIn(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new UnreadableRow(`${column} is no number`)
  return value
}

/** The last moment that a `Date` can hold, in seconds since the epoch. */
const lastMoment = 8.64e12

/** Seconds: since the epoch, or of some work. */
export function secondsIn(row: Row, column: string): number {
  const seconds = numberIn(row, column)
  if (!(seconds >= 0 && seconds <= lastMoment)) throw new UnreadableRow(`${column} is no time`)
  return seconds
}

/** The batches of one run, from its rows in order. */
export function batchesOf(rows: readonly Row[]): readonly Batch[] {
  const batches: (Batch & { readonly entries: JournalEntry[] })[] = []
  let number: number | null = null
  for (const row of rows) {
    if (numberIn(row, 'batch') !== number) {
      number = numberIn(row, 'batch')
      batches.push({ entries: [], time: secondsIn(row, 'time'), elapsed: secondsIn(row, 'elapsed') })
    }
    batches.at(-1)?.entries.push({ place: placeIn(row), asked: textIn(row, 'asked'), ended: textIn(row, 'ended') })
  }
  return batches
}

function placeIn(row: Row): JournalEntry['place'] {
  const kind = textIn(row, 'kind')
  const node = textIn(row, 'node')
  switch (kind) {
    case 'request':
      return { kind, node, attempt: numberIn(row, 'attempt'), turn: numberIn(row, 'turn') }
    case 'tool':
    case 'answer':
    case 'begun':
      return { kind, node, round: numberIn(row, 'attempt') }
    case 'timer':
      return { kind, node }
    default:
      throw new UnreadableRow(`there are no entries of the kind ${kind}`)
  }
}
