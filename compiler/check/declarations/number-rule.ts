/** What a written number has to be. */
export interface NumberRule {
  /** As it reads after "is". */
  readonly rule: string
  readonly accepts: (value: number, integer: boolean) => boolean
}

export const integerFrom = (least: number): NumberRule => ({
  rule: `a whole number of at least ${least}`,
  accepts: (value, integer) => integer && value >= least && Number.isSafeInteger(value),
})

export const seconds: NumberRule = {
  rule: 'a number of seconds above 0',
  accepts: (value) => value > 0 && Number.isFinite(value),
}
