import { describe, test } from 'vitest'
import { around, expectFixed, expectUnfixed } from './expect-fixed.ts'
import type { FixRow } from './expect-fixed.ts'

describe('words of other languages', () => {
  test.each<FixRow>([
    ['null', 'x = Writer(task, null)', 'x = Writer(task, none)'],
    ['None and True', 'x = Writer(task, None)\n  y = True', 'x = Writer(task, none)\n  y = true'],
    ['types', 'x: str = task\n  y: boolean = true\n  z: float = 1\n  n: integer = 1', 'x: string = task\n  y: bool = true\n  z: number = 1\n  n: int = 1'],
    ['a function', 'x = length(task)\n  y = strip(task)', 'x = len(task)\n  y = trim(task)'],
    ['a length as a field', 'x = drafts.length\n  y = "{{task.length}}"', 'x = len(drafts)\n  y = "{{len(task)}}"'],
    ['an optional as a condition', 'if hint { }', 'if hint != none { }'],
    ['+ on texts', 'x = "Dear " + task + ", " + 3', 'x = "Dear {{task}}, 3"'],
  ])('%s', (_, wrong, right) => {
    expectFixed(around(wrong), around(right))
  })

  test.each([
    ['a list without its element', 'x: list = drafts'],
    ['a call joined to a text', 'x = "Dear " + Writer(task)'],
    ['an optional that needs parentheses', 'if hint ?? none { }'],
    ['a function that rounds in another way', 'x = floor(1.5)'],
  ])('%s is left', (_, wrong) => {
    expectUnfixed(around(wrong))
  })
})
