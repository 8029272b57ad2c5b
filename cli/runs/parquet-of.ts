import { parquetWriteBuffer } from 'hyparquet-writer'
import { traceLineText } from '../../runtime/model/index.ts'
import type { TraceLine } from '../../runtime/model/index.ts'

interface EventRow {
  readonly task: string | null
  readonly sequence: number
  readonly time: Date
  readonly kind: string
  readonly node: string | null
  readonly event: unknown
}

/** The events of a trace as a Parquet file, a row for each: its place in the run, and all of it as JSON. */
export async function parquetOf(run: string, lines: AsyncIterable<TraceLine>): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const rows: EventRow[] = []
  for await (const line of lines) {
    if (line.kind === 'trace' || line.kind === 'trace_end') continue
    const { task, sequence, time, kind } = line
    const node = 'node' in line ? line.node : null
    rows.push({ task, sequence, time: new Date(time * 1000), kind, node, event: JSON.parse(traceLineText(line)) as unknown })
  }
  const column = <Name extends keyof EventRow>(name: Name): EventRow[Name][] => rows.map((row) => row[name])
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'run', data: rows.map(() => run), type: 'STRING', nullable: false },
      { name: 'task', data: column('task'), type: 'STRING', nullable: true },
      { name: 'sequence', data: column('sequence'), type: 'INT32', nullable: false },
      { name: 'time', data: column('time'), type: 'TIMESTAMP', nullable: false },
      { name: 'kind', data: column('kind'), type: 'STRING', nullable: false },
      { name: 'node', data: column('node'), type: 'STRING', nullable: true },
      { name: 'event', data: column('event'), type: 'JSON', nullable: false },
    ],
  })
  return { bytes: new Uint8Array(buffer), rows: rows.length }
}
