/** Shorter keys are placeholders such as `x` or `none`; replacing those would only garble texts. */
const SHORTEST_SECRET = 6

/** Replaces every occurrence of a secret, as it is and percent-encoded. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .reduce((redacted, secret) => redacted.replaceAll(secret, '[key]'), text)
}
