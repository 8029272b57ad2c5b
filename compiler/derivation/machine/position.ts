import type { Frame, Option, PositionKind } from './goal.ts'
import type { State } from './state.ts'

/** A half-written program, as far as what may follow is concerned. One object per position while it is kept. */
export interface Position {
  /** `null` where the program is finished. */
  readonly frame: Frame | null
  readonly state: State
  /** Found out when first asked for. */
  known: { finishable?: boolean; steps?: readonly Step[] }
}

/** A legal choice, and where it leads. */
export interface Step {
  readonly option: Option
  /** What the choice was about. */
  readonly position: PositionKind
  readonly next: Position
  /** The name that it gave something, if it did. */
  readonly named: string | null
}
