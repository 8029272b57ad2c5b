import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { programExists } from '../../../runtime/configuration/program-exists.ts'

const folder = mkdtempSync(join(tmpdir(), 'mas-program-'))
writeFileSync(join(folder, 'tool'), '#!/bin/sh\n')
chmodSync(join(folder, 'tool'), 0o755)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test.each([
  ['a path from the folder', './tool', '', true],
  ['an absolute path', join(folder, 'tool'), '', true],
  ['a path to nothing', './other', folder, false],
  ['a name on the path', 'tool', `/nowhere:${folder}`, true],
  ['a name that is not on the path', 'other', folder, false],
  ['a name in the folder, which is not looked into', 'tool', '/nowhere', false],
])('%s', (_, program, path, exists) => {
  expect(programExists(program, folder, { PATH: path })).toBe(exists)
})
