import { isMetricsLine } from './metrics-schema.ts'
import type { MetricsLine } from './training-event.ts'

export type ReadMetrics =
  | { readonly kind: 'read'; readonly lines: readonly MetricsLine[] }
  /** The line is counted from 1. */
  | { readonly kind: 'invalid'; readonly line: number }

/** The lines of `metrics.jsonl`. A last one without its line break is being written: it is left out. */
export function readMetrics(content: string): ReadMetrics {
  const lines: MetricsLine[] = []
  for (const text of content.slice(0, content.lastIndexOf('\n') + 1).split('\n').slice(0, -1)) {
    const data = parsed(text)
    if (!isMetricsLine(data)) return { kind: 'invalid', line: lines.length + 1 }
    lines.push(data)
  }
  return { kind: 'read', lines }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
