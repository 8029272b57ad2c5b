import type { Report } from './markdown.ts'

/** The whole of a report as one JSON value; docs/performance.md describes it. */
export function jsonOf({ name, date, machine, result }: Report): string {
  return `${JSON.stringify({ version: 1, bench: name, date, machine, ...result }, null, 2)}\n`
}
