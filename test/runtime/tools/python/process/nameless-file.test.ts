import { closeSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { namelessFile } from '../../../../../runtime/tools/python/process/nameless-file.ts'

test('a file without a name can be read, not written, and is nowhere', async () => {
  const before = readdirSync(tmpdir())
  const descriptor = await namelessFile(Buffer.from('content'))
  expect(readFileSync(descriptor, 'utf8')).toBe('content')
  expect(() => writeSync(descriptor, 'x')).toThrow(/EBADF/)
  const added = readdirSync(tmpdir()).filter((name) => !before.includes(name))
  expect(added.filter((name) => name.startsWith('maslang-python-'))).toEqual([])
  closeSync(descriptor)
})
