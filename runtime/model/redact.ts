import { isRecord } from '../values/record.ts'

/** Shorter keys are placeholders such as `x` or `none`; replacing those would only garble texts. */
const SHORTEST_SECRET = 6

/** Replaces every occurrence of a secret, as it is and percent-encoded. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .reduce((redacted, secret) => redacted.replaceAll(secret, '[key]'), text)
}

/**
 * A value of JSON with secrets replaced in its texts and in the names of its fields; the value itself where it holds none. What
 * stands between texts stays JSON, whatever a secret looks like: one of digits alone may also stand within a number.
 */
export function redactValue(value: unknown, secrets: readonly string[]): unknown {
  const text = JSON.stringify(value)
  if (redact(text, secrets) === text) return value
  return JSON.parse(text, (_, part: unknown) => {
    if (typeof part === 'string') return redact(part, secrets)
    if (!isRecord(part)) return part
    return Object.fromEntries(Object.entries(part).map(([name, field]) => [redact(name, secrets), field]))
  })
}
