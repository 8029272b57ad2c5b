import { expect, test } from 'vitest'
import { plantedAt } from './planted-at.ts'

const match = 'match Router(task) {\n  sum => { return "a" }\n  other => { return "b" }\n}'

test.each<[string, string, string[]]>([
  ['a result of a wrong type', match, ['sum => { return «{ planted: none }» }', 'other => { return «{ planted: none }» }']],
  ['an argument of a wrong type', 'return Solver(task).answer', ['return Solver(«{ planted: none }»).answer']],
  ['an argument too many', 'return Solver(task, task).answer', ['return Solver(task, task, «12»).answer']],
  ['an argument too many', 'return Solver(task).answer', []],
  ['a dropped argument', 'return Solver(task).answer', ['return «Solver»().answer']],
  ['a dropped argument', 'return Solver(task, task).answer', []],
  ['an argument of another name', 'return Solver(task, task).answer', ['return Solver(task, «elephantine»: task).answer']],
  ['= behind the name of an argument', 'return Solver(task).answer', ['return Solver(problem «=» task).answer']],
  ['a missing return', 'x = task\nreturn x', ['«}»']],
  ['a missing return', match, []],
  ['an arm left out', match, ['match «Router(task)» {', 'match «Router(task)» {']],
])('%s in %j', (name, statements, planted) => {
  expect(plantedAt(name, statements)).toEqual(planted)
})
