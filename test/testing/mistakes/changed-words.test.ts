import { expect, test } from 'vitest'
import { plantedAt } from './planted-at.ts'

test.each<[string, string, string[]]>([
  ['single quotes', 'return "a"', ["return «'a'»"]],
  ['single quotes', 'return "{{lower("a")}}"', []],
  ['let', 'x = task\nreturn x', ['«let» x = task']],
  ['a colon behind a setting', 'return task', ['agent Solver(problem: string, hint: string?) -> { answer: string } { max_tokens«:» 8 }']],
  ['another arrow', 'return task', ['workflow main(task: string) «=>» string {']],
  ['a backslash of LaTeX', 'return "a"', ['return "«\\b»oxed a"']],
])('%s in %j', (name, statements, planted) => {
  expect(plantedAt(name, statements)).toEqual(planted)
})
