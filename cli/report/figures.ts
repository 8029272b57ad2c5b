/** `0.256` as `25.6 %`. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

export const percentOrNone = (share: number | null): string => (share === null ? '–' : percent(share))

/** With its sign: `+0.12`. */
export function signed(value: number): string {
  const text = value.toFixed(2)
  return value > 0 && Number(text) > 0 ? `+${text}` : text.replace(/^-0\.00$/, '0.00').replace('-', '−')
}
