import { expect, test } from 'vitest'
import { formatModule } from '../../../compiler/emit/format-module.ts'

test.each([
  ['const a = {b:1}', 'const a = { b: 1 }\n'],
  [';[a, b] = [b, a];', ';[a, b] = [b, a]\n'],
  ['// Generated\n\nexport const a = "it";', "// Generated\n\nexport const a = 'it'\n"],
])('%s', async (text, layout) => {
  expect(await formatModule(text)).toBe(layout)
})
