import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { writeWholeFile } from '../files/index.ts'

/** The beginning of a metrics file: its length, and the CRC-32 of its bytes. */
export interface MetricsMark {
  readonly bytes: number
  readonly checksum: number
}

/** A file of JSON lines that knows how far it has come. */
export interface MetricsFile {
  append(line: object): void
  mark(): MetricsMark
}

/** An empty metrics file. */
export function createMetricsFile(path: string): MetricsFile {
  writeWholeFile(path, '')
  return metricsFile(path, { bytes: 0, checksum: 0 })
}

export type OpenedMetrics =
  | { readonly kind: 'opened'; readonly file: MetricsFile }
  | { readonly kind: 'damaged'; readonly message: string }

/** Goes on after a mark: what was written after it is cut off. A file that does not begin as marked is damaged, and left alone. */
export function openMetricsFile(path: string, mark: MetricsMark): OpenedMetrics {
  if (!existsSync(path)) return { kind: 'damaged', message: `${path} is missing` }
  const content = readFileSync(path)
  if (content.length < mark.bytes) {
    return { kind: 'damaged', message: `${path} has ${content.length} bytes where the run had written ${mark.bytes}` }
  }
  if (crc32(content.subarray(0, mark.bytes)) !== mark.checksum) {
    return { kind: 'damaged', message: `${path} is not what the run had written` }
  }
  truncateSync(path, mark.bytes)
  return { kind: 'opened', file: metricsFile(path, mark) }
}

function metricsFile(path: string, start: MetricsMark): MetricsFile {
  let mark = start
  return {
    append: (line) => {
      const text = Buffer.from(`${JSON.stringify(line)}\n`)
      appendFileSync(path, text)
      mark = { bytes: mark.bytes + text.length, checksum: crc32(text, mark.checksum) }
    },
    mark: () => mark,
  }
}
