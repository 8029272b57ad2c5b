/**
 * The descriptors of the process that runs Python. Nothing else of this program is open in it, and there is no channel of Node's
 * own; what this program itself inherited open may be.
 */
export const descriptors = {
  /** One job, as a line of JSON. */
  job: 0,
  /** What the code prints, as raw bytes; or the memory snapshot. */
  printed: 1,
  /** What goes wrong while Python is loaded. */
  complaints: 2,
  /** Messages, each a line of JSON. */
  messages: 3,
  /** The memory snapshot, open for reading while Python is loaded. */
  snapshot: 4,
  /** The first of the wheels, open for reading while Python is loaded. */
  firstWheel: 5,
} as const

/** What the process is started for: its only argument, as JSON. */
export type ChildSetup =
  /** Load Python from scratch and print its memory. */
  | { readonly kind: 'make_snapshot'; readonly pyodideFolder: string }
  /** Restore Python, lock the process down, then run one job. */
  | { readonly kind: 'run_job'; readonly pyodideFolder: string; readonly wheels: number }

export interface Job {
  readonly code: string
  /** Seeds Python's `random`. */
  readonly seed: number
}

/** What the process says. The code that runs there can say it too: a message is a claim, never an order. */
export type ChildMessage =
  | { readonly kind: 'ready' }
  /** `standardError` is the end of what the code wrote there. */
  | { readonly kind: 'returned'; readonly standardError: string }
  /** The code raised; the message is the end of Python's traceback. */
  | { readonly kind: 'raised'; readonly message: string; readonly standardError: string }
  /** The interpreter itself cannot go on. */
  | { readonly kind: 'broken'; readonly message: string }
