import { describe, test } from 'vitest'
import { around, expectFixed, expectUnfixed } from './expect-fixed.ts'
import type { FixRow } from './expect-fixed.ts'

describe('members that a match leaves out', () => {
  test.each<FixRow>([
    [
      'get empty arms, laid out as the others',
      'match Judge(task) {\n    correct => { count = 2 } // so\n  }',
      'match Judge(task) {\n    correct => { count = 2 } // so\n    wrong => { }\n    unsure => { }\n  }',
    ],
    ['on one line', 'match Judge(task) { correct => { } }', 'match Judge(task) { correct => { } wrong => { } unsure => { } }'],
    ['where there was none', 'match Judge(task) {}', 'match Judge(task) { correct => { } wrong => { } unsure => { } }'],
    ['with the line breaks of the file', 'match Judge(task) {\r\n    correct => { }\r\n  }', 'match Judge(task) {\r\n    correct => { }\r\n    wrong => { }\r\n    unsure => { }\r\n  }'],
    [
      'where a name that an arm binds is there already',
      'match Judge(task) { correct => { count = 2 } wrong => { count = 3 } }',
      'match Judge(task) { correct => { count = 2 } wrong => { count = 3 } unsure => { } }',
    ],
  ])('%s', (_, wrong, right) => {
    expectFixed(around(wrong), around(right))
  })

  test.each([
    ['every arm binds a new name', around('match Judge(task) { correct => { x = 2 } wrong => { x = 3 } }\n  y = x')],
    ['the arms return', 'enum E { a, b } workflow f(e: E) -> int { match e { a => { return 1 } } }'],
    ['the arms return in a branch', 'enum E { a, b } workflow f(e: E) -> int { match e { a => { if true { return 1 } else { return 2 } } } }'],
  ])('get none where %s', (_, wrong) => {
    expectUnfixed(wrong)
  })
})
