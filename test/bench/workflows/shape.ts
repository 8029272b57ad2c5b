/** A workflow of so many calls of one agent: one after another, or all at the same time. */
export interface Shape {
  readonly kind: 'chain' | 'each'
  readonly calls: number
}

export const shapeName = ({ kind, calls }: Shape): string =>
  kind === 'chain' ? `chain of ${calls.toLocaleString('en-US')}` : `each over ${calls.toLocaleString('en-US')}`

/** What a chain begins with. */
export const firstText = 'a first draft'

/** What an `each` goes over. */
export const textsOf = ({ calls }: Shape): readonly string[] => Array.from({ length: calls }, (_, position) => `draft ${position + 1}`)
