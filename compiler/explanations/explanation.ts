/** What a code's page says besides its example. */
export interface Explanation {
  /** What the code is reported for, as a noun: "a value that does not exist". */
  readonly title: string
  readonly why: string
  readonly remedy: string
}

/** One explanation for each message of a group. */
export type ExplanationsOf<Group> = { readonly [Name in keyof Group]: Explanation }
