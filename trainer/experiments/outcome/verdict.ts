/** A claim and what the results say about it. */
export interface Verdict {
  readonly claim: string
  /** `null` where results are missing that it takes. */
  readonly reached: boolean | null
  /** The figures that decide it, in words. */
  readonly found: string
}
