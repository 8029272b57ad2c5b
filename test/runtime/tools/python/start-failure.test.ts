import { expect, test } from 'vitest'
import { startFailure } from '../../../../runtime/tools/python/start-failure.ts'
import type { ProcessVerdict } from '../../../../runtime/tools/python/process/python-process.ts'

test.each<[ProcessVerdict, string, string]>([
  [
    { kind: 'said', message: { kind: 'broken', message: 'Traceback …\nzipfile.BadZipFile: no zip file\n' } },
    '',
    'zipfile.BadZipFile: no zip file',
  ],
  [{ kind: 'exceeded', limit: 'time' }, 'x', 'it needed too much time to load'],
  [{ kind: 'ended' }, 'node:fs:1\n  ^\n\nTypeError: no\n    at x\n\nNode.js v26', 'TypeError: no'],
  [{ kind: 'ended' }, 'unshare: unshare failed: Operation not permitted\n', 'unshare: unshare failed: Operation not permitted'],
  [{ kind: 'ended' }, '', 'its process ended'],
])('%j, %j', (verdict, complaints, reason) => {
  expect(startFailure(verdict, complaints)).toBe(`Python could not be started: ${reason}`)
})
