import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstDifference } from '../../values/first-difference.ts'
import { isReply } from '../replay/recording.ts'
import type { RecordedRequest } from '../replay/recording.ts'
import type { ModelReply } from '../model-client.ts'

/** What was asked: the model as it is shown, how its server is asked, and the request. */
export interface CacheKey {
  readonly model: string
  readonly settings: unknown
  readonly request: RecordedRequest
}

/** Replies in a folder, one file each, named by a hash of what was asked. */
export interface ResponseCache {
  /** `null` where nothing is known, or what is there cannot be read: the model is asked then. */
  find(key: CacheKey): ModelReply | null
  /** Why the reply could not be kept; `null` where it was. */
  keep(key: CacheKey, reply: ModelReply): string | null
}

const VERSION = 1

/** Opens a folder of replies; it is made when the first one is kept. A file is written whole or not at all. */
export function openResponseCache(folder: string): ResponseCache {
  const fileOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.json`)
  return {
    find(key) {
      const asked = plain(key)
      const entry = readEntry(fileOf(hashOf(asked)))
      if (entry?.version !== VERSION || firstDifference(entry.key, asked) !== null || !isReply(entry.reply)) return null
      return entry.reply
    },
    keep(key, reply) {
      const asked = plain(key)
      const hash = hashOf(asked)
      const file = fileOf(hash)
      const draft = `${file}.${process.pid}.tmp`
      try {
        mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true })
        writeFileSync(draft, JSON.stringify({ version: VERSION, key: asked, reply: { ...reply, record: undefined } }))
        renameSync(draft, file)
        return null
      } catch (error) {
        discard(draft)
        return error instanceof Error ? error.message : String(error)
      }
    },
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {
    // The folder itself is no folder: then there is no draft either.
  }
}

/** As JSON keeps it: keys that hold `undefined` are gone. */
const plain = (key: CacheKey): unknown => JSON.parse(JSON.stringify(key))

const hashOf = (key: unknown): string => createHash('sha256').update(JSON.stringify(key)).digest('hex')

function readEntry(file: string): { readonly version?: unknown; readonly key?: unknown; readonly reply?: unknown } | null {
  try {
    const entry: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof entry === 'object' && entry !== null ? entry : null
  } catch {
    return null
  }
}
