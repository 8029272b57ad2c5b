import { Buffer } from 'node:buffer'
import { closeSync, fstatSync, readSync } from './file-functions.ts'

/** Everything in a file that is open under a descriptor, which is closed: what runs later finds it nowhere. */
export function readFileOf(descriptor: number): Uint8Array {
  const bytes = new Uint8Array(fstatSync(descriptor).size)
  for (let position = 0; position < bytes.length;) {
    // By position: the file's own offset is shared with other processes that read it.
    const count = readSync(descriptor, bytes, position, bytes.length - position, position)
    if (count === 0) break
    position += count
  }
  closeSync(descriptor)
  return bytes
}

/** What comes through a pipe until its other end is closed. Waits without a turn of the event loop. */
export function readStreamOf(descriptor: number): string {
  const chunks: Uint8Array[] = []
  for (;;) {
    const chunk = new Uint8Array(65_536)
    const count = readSync(descriptor, chunk, 0, chunk.length, null)
    if (count === 0) return Buffer.concat(chunks).toString('utf8')
    chunks.push(chunk.subarray(0, count))
  }
}
