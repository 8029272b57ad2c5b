import type { Difference } from './first-difference.ts'

const longestValue = 80
const shownBeforeDifference = 20

/** A difference for a person: `inputs.task was "a", and is "b"`. Of long texts it shows the part where they part. */
export function differenceText({ path, left, right }: Difference): string {
  if (typeof left !== 'string' || typeof right !== 'string') return `${path} was ${valueText(left)}, and is ${valueText(right)}`
  let same = 0
  while (same < left.length && left[same] === right[same]) same += 1
  const from = Math.max(0, same - shownBeforeDifference)
  const part = (text: string): string => valueText((from > 0 ? '…' : '') + text.slice(from))
  return `${path} was ${part(left)}, and is ${part(right)}`
}

function valueText(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value)
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}
