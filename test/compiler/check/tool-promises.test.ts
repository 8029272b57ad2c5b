import { expect, test } from 'vitest'
import { checkSource } from './findings.ts'

test('python promises what the sandbox gives: the model reads this as the description of the tool', () => {
  const { program } = checkSource('import { python } from "std/tools" agent A() -> string { tools: [python] }')
  const documentation = program?.modules.get('std/tools')?.scope.get('python')?.declaration.documentation
  expect(documentation).toBe('Runs Python code without network or files of this machine; returns what it prints.')
})
