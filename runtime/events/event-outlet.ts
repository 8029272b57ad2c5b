import type { RunEvent, RunEventContent } from './run-event.ts'

/** Where a run tells what happens in it, and where that is read. */
export interface EventOutlet extends AsyncIterable<RunEvent> {
  /** Adds an event; after the end there are none. */
  append(content: RunEventContent): void
  /** No more events; with an error, readers get it after the last one. */
  close(error?: Error | null): void
  /** What holds calls back; `null` where nothing does. */
  readonly room: Room | null
}

/** `null` where a call may be made; else settles once it may, or once the signal is aborted. Each call tells of its end. */
export type Room = (signal: AbortSignal) => Promise<unknown> | null
