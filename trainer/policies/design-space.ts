/**
 * The scripts that a designer can write, as choices. Every path of legal choices ends in a design that compiles. Choices are
 * positions in `labels`.
 */
export interface DesignSpace<State = unknown> {
  readonly labels: readonly string[]
  readonly start: State
  /** The legal next choices, in ascending order; empty once the design is finished. */
  legal(state: State): readonly number[]
  choose(state: State, choice: number): State
  /** The script; `null` while it is unfinished. */
  text(state: State): string | null
}
