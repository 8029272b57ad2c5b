import { crc32 } from 'node:zlib'
import type { RunState, SavedRun } from './run-state.ts'
import { validateRunState } from './run-state-schema.ts'

/** Every state file begins with these bytes. */
const signature = 'MASRUN01'

/** Signature, length of the header, checksum. */
const fixedPart = signature.length + 8

interface StateHeader {
  readonly state: RunState
  /** Bytes of what each learner saved; `null` for a role without one. */
  readonly designer: number | null
  readonly executor: number | null
}

export type ReadState = { readonly kind: 'read'; readonly saved: SavedRun } | { readonly kind: 'invalid'; readonly message: string }

/**
 * A run's state as bytes: signature, length of the header, CRC-32 of all that follows (both unsigned 32-bit, little-endian), the
 * header as JSON, what the designer saved, what the executors saved.
 */
export function writeState({ state, designer, executor }: SavedRun): Uint8Array {
  const header: StateHeader = { state, designer: designer?.length ?? null, executor: executor?.length ?? null }
  const text = Buffer.from(JSON.stringify(header))
  const fixed = Buffer.alloc(fixedPart)
  const content = Buffer.concat([text, designer ?? new Uint8Array(), executor ?? new Uint8Array()])
  fixed.write(signature, 'latin1')
  fixed.writeUInt32LE(text.length, signature.length)
  fixed.writeUInt32LE(crc32(content), signature.length + 4)
  return Buffer.concat([fixed, content])
}

/** Reads what `writeState` wrote. A file that was cut or changed is an invalid one. */
export function readState(bytes: Uint8Array): ReadState {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < fixedPart || file.toString('latin1', 0, signature.length) !== signature) {
    return invalid('it does not begin like a state of this version')
  }
  const content = file.subarray(fixedPart)
  if (crc32(content) !== file.readUInt32LE(signature.length + 4)) return invalid('it does not match its checksum')
  const length = file.readUInt32LE(signature.length)
  const header = headerIn(content.toString('utf8', 0, length))
  if (header === null) return invalid('its header cannot be read')
  const { state, designer, executor } = header
  if (length + (designer ?? 0) + (executor ?? 0) !== content.length) return invalid('its parts do not add up to its length')
  const part = (size: number | null, start: number): Uint8Array | null =>
    size === null ? null : Uint8Array.from(content.subarray(start, start + size))
  return {
    kind: 'read',
    saved: { state, designer: part(designer, length), executor: part(executor, length + (designer ?? 0)) },
  }
}

const invalid = (message: string): ReadState => ({ kind: 'invalid', message })

function headerIn(text: string): StateHeader | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  return validateRunState<StateHeader>(data) ? data : null
}
