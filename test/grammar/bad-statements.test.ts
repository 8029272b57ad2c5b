import { describe, test } from 'vitest'
import { expectStatementProblems } from './expect-problems.ts'

const unexpected = (expected: string, found: string): string => `MAS1101 Expected ${expected}, but found ${found}.`

describe('one mistake in a statement is one problem', () => {
  test.each([
    // Something is missing.
    ['x =«»\ny = 3', unexpected('an expression', '`y`')],
    ['x =«»\nif a { y = 1 }', unexpected('an expression', '`if`')],
    ['x = a +«»\nreturn x', unexpected('an expression', '`return`')],
    ['x = «)»\ny = 1', unexpected('an expression', '`)`')],
    ['x: «=» 3', unexpected('a type', '`=`')],
    ['x = f(a«»\ny = 2', unexpected('`,` or `)`', '`y`')],
    ['x = f(a, [1, 2«)»\ny = 2', unexpected('`,` or `]`', '`)`')],
    ['x = [1, 2«»\ny = 2', unexpected('`,` or `]`', '`y`')],
    ['x = xs[1«»\ny = 2', unexpected('`]`', '`y`')],
    ['x = { a: 1, b: 2«»\ny = 2', unexpected('`,` or `}`', '`y`')],
    ['x = f(a «b»)\ny = 2', unexpected('`,`', '`b`')],
    ['x = f(a, «,» b)\ny = 2', unexpected('`,` or `)`', '`,`')],
    ['x = { a: 1 «b»: 2 }\ny = 2', unexpected('`,` or `}`', '`b`')],
    ['x = f(a).«»\ny = 2', unexpected('a name', '`y`')],
    ['return«»', unexpected('an expression', '`}`')],
    ['return (a«»', unexpected('`)`', '`}`')],
    ['repeat «3» { x = 1 }', unexpected('`max`', '`3`')],
    ['repeat max «{» x = 1 }', unexpected('a whole number or a name', '`{`')],
    ['repeat max «2.5» { x = 1 }', unexpected('a whole number or a name', '`2.5`')],
    ['for x «xs» { y = 1 }', unexpected('`in`', '`xs`')],
    ['for x «of» xs { y = 1 }', unexpected('`in`', '`of`')],
    ['for «(»x in xs) { y = 1 }', unexpected('a name', '`(`')],
    ['repeat max 2 { stop «x» }', unexpected('`when`', '`x`')],
    ['x = sample 3 «f»(a)', unexpected('`of`', '`f`')],
    ['x = each y in ys { «yield» y y = 1 }', 'MAS1201'],
    ['if a«»\n  x = 1\n}', unexpected('`{`', '`x`')],
    ['if a «b» { x = 1 }', unexpected('`{`', '`b`')],
    ['if a«:»\n  x = 1\nelse:\n  y = 2', unexpected('`{`', '`:`')],
    ['for i in range(3)«:»\n  x = i', unexpected('`{`', '`:`')],
    ['match x {\n  a «{» x = 1 }\n  b => { }\n}', unexpected('`=>`', '`{`')],
    ['assert a«,» "no"', unexpected('`else`', '`,`')],
    ['assert a else«»\nx = 1', unexpected('a text', '`x`')],

    // Something is too much.
    ['x = a «b» c\ny = 2', unexpected('a statement', '`b`')],
    ['x = a «)»\ny = 2', unexpected('a statement', '`)`')],
    ['x = y «=» 3\nz = 4', unexpected('a statement', '`=`')],
    ['x«,» y = f(a)', unexpected('`=`', '`,`')],
    ['«{» x = 1 }\ny = 2', unexpected('a statement', '`{`')],
    ['x = "a" «"»b"\ny = 2', unexpected('a statement', 'a text')],
    ['x = not «not» a\ny = 2', unexpected('an expression', '`not`')],
    ['x = -«-»a\ny = 2', unexpected('an expression', '`-`')],
    ['x = f(«*»a)\ny = 2', unexpected('`,` or `)`', '`*`')],
    ['x = xs[1«:»2]\ny = 2', unexpected('`]`', '`:`')],
    ['x = a«?».b\ny = 2', unexpected('a statement', '`?`')],
    ['x = [a «for» a in b]\ny = 2', unexpected('`,` or `]`', '`for`')],

    // Words that mean nothing here, or are misspelled.
    ['«break»\nx = 1', unexpected('a statement', '`break`')],
    ['«retrun» x', unexpected('a statement', '`retrun`')],
    ['«whlie» a < 3 {\n  x = 1\n}\ny = 2', unexpected('a statement', '`whlie`')],
    ['«try» { x = f(a) } catch { x = 2 }\ny = 2', unexpected('a statement', '`try`')],
    ['«Then» call the agent.\ny = 2', unexpected('a statement', '`Then`')],

    // In texts.
    ['x = "{{ a «b» }}"\ny = 2', unexpected('`}}`', '`b`')],
    ['x = "{{«}}»"\ny = 2', unexpected('an expression', '`}}`')],
    ['x = "{{f(a«}}»"\ny = 2', unexpected('`,` or `)`', '`}}`')],
    ['x = "{{#each xs«}}»a{{/each}}"\ny = 2', unexpected('`as`', '`}}`')],
    ['x = "{{#if«}}»a{{/if}}"\ny = 2', unexpected('an expression', '`}}`')],
  ])('%s', (statements, expected) => {
    expectStatementProblems(statements, [expected])
  })
})

describe('what a text is made of', () => {
  test.each([
    ['x = «"»abc\ny = 2', ['MAS1002']],
    ['x = f(g(«"»abc))\ny = 2', ['MAS1002']],
    ['if x == «"»abc {\n  y = 1\n}\nz = 2', ['MAS1002']],
    ['x = "«{{»f("a)}}\ny = 2', ['MAS1003']],
    ['x = "a «{{»b"\ny = 2', ['MAS1003']],
    ['x = "a «{{»b}"\ny = 2', ['MAS1003']],
    ['x = "a «{{»f({ b: 1\ny = 2', ['MAS1003']],
    ['x = f(g("a «{{»b\ny = 2', ['MAS1003']],
    ['x = «"»a\ny = «"»b\nz = 1', ['MAS1002', 'MAS1002']],
    [String.raw`x = "«\a» \b \c"`, ['MAS1006']],
    [String.raw`x = "«\a»" y = "«\q»"`, ['MAS1006', 'MAS1006']],
    [String.raw`x = "«\u{110000}»"`, ['MAS1006']],
    [String.raw`x = "«\u{D800}»"`, ['MAS1006']],
    [String.raw`x = "«\u{}»"`, ['MAS1006']],
    [String.raw`x = "«\»{x}"`, ['MAS1006']],
    ['x = "{{#if a}}«{{#each» b as c}}{{/if}}"', ['MAS1009']],
    ['x = "{{#each a as b}}«{{else}}»{{/each}}"', ['MAS1008']],
    ['x = "{{#if a}}{{else}}«{{else}}»{{/if}}"', ['MAS1008']],
    ['x = "«{{else}}»"', ['MAS1008']],
    ['x = "«{{/each}}»"', ['MAS1008']],
    ['x = "{{#if a}}{{f("«{{/if}}»")}}{{/if}}"', ['MAS1008']],
    ['x = "{{#if a}}b«{{else if c}}»d{{/if}}"', ['MAS1007']],
    ['x = "«{{#with a}}»b{{/with}}"', ['MAS1007']],
    ['x = "«{{^a}}»b{{/a}}"', ['MAS1007']],
    ['x = "«{{/a}}»b"', ['MAS1007']],
    ['x = a «@» b @ c\ny = 2', ['MAS1001']],
    ['x = «“»a b c”\ny = 2', ['MAS1001']],
    ['x = a «|» b\ny = 2', ['MAS1001']],
    ['x = «`»a ${b}`\ny = 2', ['MAS1001']],
    ['x = «\'»a\ny = 2', ['MAS1001']],
    ['x = «😀»\ny = 2', ['MAS1001']],
    ['x = «9007199254740992»', ['MAS1010']],
    ['x = «1e999»', ['MAS1010']],
  ])('%s', (statements, expected) => {
    expectStatementProblems(statements, expected)
  })
})
