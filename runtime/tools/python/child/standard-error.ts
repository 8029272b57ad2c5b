const LONGEST = 4_000

let kept = new Uint8Array()

/** Keeps the end of what code writes to standard error. The process's own is for what goes wrong around Python. */
export function keepStandardError(bytes: Uint8Array): number {
  const all = new Uint8Array(kept.length + bytes.length)
  all.set(kept)
  all.set(bytes, kept.length)
  kept = all.slice(-LONGEST)
  return bytes.length
}

/** What was kept, as text. */
export const standardError = (): string => new TextDecoder().decode(kept)
