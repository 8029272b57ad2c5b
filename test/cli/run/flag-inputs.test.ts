import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flagInputs } from '../../../cli/run/flag-inputs.ts'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { folderWith } from '../mas.ts'

const source =
  'enum Kind { short, long } ' +
  'workflow main(text: string, count: int?, kind: Kind, items: { name: string }[2]?) -> string { return text }'
const [workflow] = compileProgram('a.mas', createMemoryReader(new Map([['a.mas', source]]))).workflows

function read(...flags: readonly string[]) {
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this test does not compile')
  return flagInputs(workflow.compiled.graph, flags)
}

test('each input is read by its type', () => {
  expect(read('text=a=b', 'count=2', 'kind=long', 'items=[{"name":"x"}]')).toEqual({
    kind: 'ok',
    inputs: { text: 'a=b', count: 2, kind: 'long', items: [{ name: 'x' }] },
  })
})

test('a file gives its text as it is, and @@ a text that starts with @', () => {
  using folder = folderWith({ 'text.txt': ' two\nlines\n' })
  expect(read(`text=@${join(folder.path, 'text.txt')}`, 'kind=short')).toMatchObject({ inputs: { text: ' two\nlines\n' } })
  expect(read('text=@@home', 'kind=short')).toMatchObject({ inputs: { text: '@home' } })
})

test('every mistake is told once', () => {
  expect(read('count=x', 'kind=tall', 'items=[1]', 'kidn=short')).toEqual({
    kind: 'error',
    problems: [
      'the input "count" must be an int, not "x"',
      'there is no input "kidn". Did you mean "kind"?',
      'the input "text" (string) is missing: add --input text=VALUE or --input text=@FILE',
      expect.stringMatching(/^the input "kind": expected .*short.*long/) as string,
      expect.stringMatching(/^the input "items\[0\]": expected/) as string,
    ],
  })
})
