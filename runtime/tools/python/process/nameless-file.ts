import { openSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that is open for reading and has no name any more: nothing is left of it when this program ends, however it ends. */
export async function namelessFile(content: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'maslang-python-'))
  try {
    const path = join(folder, 'snapshot')
    await writeFile(path, content, { flag: 'wx', mode: 0o400 })
    return openSync(path, 'r')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
