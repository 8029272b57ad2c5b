import { expect, test } from 'vitest'
import { plantedAt } from './planted-at.ts'

const solve = 'solution = Solver(task)\nreturn solution.answer'

test.each<[string, string, string[]]>([
  ['a misspelt value', solve, ['solution = Solver(«taks»)', 'return «solutino».answer']],
  ['a misspelt value', 'x = "a"\nreturn x', []],
  ['a name of nothing', 'return task', ['return «elephantine»']],
  ['a type of another language', 'return task', ['workflow main(task: «str») -> string {']],
  ['a misspelt agent', solve, ['solution = «Solvre»(task)']],
  ['an unknown field', solve, ['return solution.«answre»']],
  ['an unknown member', 'assert Router(task) == Kind.sum\nreturn task', ['assert Router(task) == Kind.«smu»']],
  ['a duplicate declaration', 'return task', ['Kind', 'Solver', 'Router', 'main'].map((name) => `enum «${name}» { again }`)],
  ['a static parameter of main', 'return task', ['workflow main(«static planted: int», task: string) -> string {']],
])('%s in %j', (name, statements, planted) => {
  expect(plantedAt(name, statements)).toEqual(planted)
})
