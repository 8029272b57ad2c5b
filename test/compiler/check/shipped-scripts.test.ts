import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkProgram } from '../../../compiler/check/index.ts'
import { createFileReader } from '../../../compiler/modules/index.ts'

const root = join(import.meta.dirname, '../../..')
const scriptsIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.mas'))
    .map((file) => join(root, folder, file))

describe('scripts that are shipped have no errors and no warnings', () => {
  test.each([...scriptsIn('examples'), ...scriptsIn('examples/patterns'), ...scriptsIn('compiler/library')])('%s', (path) => {
    const { program, diagnostics } = checkProgram(path, createFileReader())
    expect(diagnostics).toEqual([])
    expect(program?.entry.path).toBe(path)
  })
})
