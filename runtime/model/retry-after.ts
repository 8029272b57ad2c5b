/**
 * Seconds that a server asks to wait, from `retry-after-ms` or `retry-after` (seconds or an HTTP date, RFC 9110 §10.2.3).
 * `null` where it does not say, or says something unreadable; never negative.
 */
export function retryAfterSeconds(headers: Headers, now: number): number | null {
  const milliseconds = plainNumber(headers.get('retry-after-ms'))
  if (milliseconds !== null) return milliseconds / 1000
  const written = headers.get('retry-after')
  if (written === null) return null
  const seconds = plainNumber(written)
  if (seconds !== null) return seconds
  const date = Date.parse(written)
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000)
}

function plainNumber(text: string | null): number | null {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null
}
