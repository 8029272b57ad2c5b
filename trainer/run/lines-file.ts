import { appendFileSync, closeSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { writeWholeFile } from '../files/index.ts'

/** The beginning of a file: its length, and the CRC-32 of its bytes. */
export interface FileMark {
  readonly bytes: number
  readonly checksum: number
}

/** A file of lines that knows how far it has come. */
export interface LinesFile {
  append(lines: readonly string[]): void
  mark(): FileMark
}

/** An empty file of lines. */
export function createLinesFile(path: string): LinesFile {
  writeWholeFile(path, '')
  return linesFile(path, { bytes: 0, checksum: 0 })
}

/** Why a file does not begin as marked; `null` where it does. */
export function linesDamage(path: string, mark: FileMark): string | null {
  if (!existsSync(path)) return `${path} is missing`
  const { size } = statSync(path)
  if (size < mark.bytes) return `${path} has ${size} bytes where the run had written ${mark.bytes}`
  return checksumOf(path, mark.bytes) === mark.checksum ? null : `${path} is not what the run had written`
}

/** Goes on after a mark that the file begins with: what was written after it is cut off. */
export function openLinesFile(path: string, mark: FileMark): LinesFile {
  truncateSync(path, mark.bytes)
  return linesFile(path, mark)
}

const chunkBytes = 2 ** 20

/** Of the first so many bytes, read piece by piece: records may be larger than what fits into memory. */
function checksumOf(path: string, bytes: number): number {
  const chunk = Buffer.alloc(chunkBytes)
  const file = openSync(path, 'r')
  try {
    let checksum = 0
    for (let at = 0; at < bytes; ) {
      const read = readSync(file, chunk, 0, Math.min(chunkBytes, bytes - at), at)
      if (read === 0) break
      checksum = crc32(chunk.subarray(0, read), checksum)
      at += read
    }
    return checksum
  } finally {
    closeSync(file)
  }
}

function linesFile(path: string, start: FileMark): LinesFile {
  let mark = start
  return {
    append: (lines) => {
      const text = Buffer.from(lines.map((line) => `${line}\n`).join(''))
      appendFileSync(path, text)
      mark = { bytes: mark.bytes + text.length, checksum: crc32(text, mark.checksum) }
    },
    mark: () => mark,
  }
}
