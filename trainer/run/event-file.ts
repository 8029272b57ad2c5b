import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeWholeFile } from '../files/index.ts'
import { scalarEvent, tfRecord, versionEvent } from '../tensorboard/index.ts'
import { metricsScalars } from './metrics-scalars.ts'
import type { MetricsLine } from './training-event.ts'

/** The event file of a run: what its metrics say, for TensorBoard. */
export interface EventFile {
  append(line: MetricsLine): void
}

/**
 * Brings the file to what these lines say and goes on after them, whatever it held before: no step is in it twice, and none is
 * missing. A file that begins with them is cut, not replaced, so that a TensorBoard that has it open goes on reading.
 */
export function openEventFile(path: string, lines: readonly MetricsLine[]): EventFile {
  const content = Buffer.concat([tfRecord(versionEvent()), ...lines.map(recordOf)])
  const present = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  mkdirSync(dirname(path), { recursive: true })
  if (present.subarray(0, content.length).equals(content)) truncateSync(path, content.length)
  else writeWholeFile(path, content)
  return {
    append: (line) => {
      appendFileSync(path, recordOf(line))
    },
  }
}

function recordOf(line: MetricsLine): Buffer {
  const { step, scalars } = metricsScalars(line)
  return tfRecord(scalarEvent(step, scalars))
}
