import { describe, expect, test } from 'vitest'
import { expectProblems } from './expect-problems.ts'

const unexpected = (expected: string, found: string): string => `MAS1101 Expected ${expected}, but found ${found}.`

/** A declaration before another one that has to come through; the names that are left of it, damaged ones with a `!`. */
function namesAfter(marked: string, expected: readonly string[]): string {
  const { file } = expectProblems(`${marked}\nagent After() -> string`, expected)
  expect(file.declarations.at(-1)).toMatchObject({ name: { text: 'After' }, damaged: false })
  return file.declarations.slice(0, -1).map(({ name, damaged }) => `${name.text}${damaged ? '!' : ''}`).join(' ')
}

describe('one mistake in a declaration is one problem', () => {
  test.each([
    // Imports.
    ['import { A, B «from» "x"', unexpected('`,` or `}`', '`from`'), ''],
    ['import «A» from "x"', unexpected('`{`', '`A`'), ''],
    ['import «*» as x from "y"', unexpected('`{`', '`*`'), ''],
    ['import { A } «"»x"', unexpected('`from`', 'a text'), ''],
    ['import { A }«»', unexpected('`from`', '`agent`'), ''],
    ['import { A «B» } from "x"', unexpected('`,`', '`B`'), ''],
    ['agent B() -> string\n«import» { A } from "x"', 'MAS1103', 'B'],

    // Types and enums.
    ['type T =«»', unexpected('a type', '`agent`'), 'T!'],
    ['type T «{» a: string }', unexpected('`=`', '`{`'), 'T!'],
    ['type T = { a: string «b»: int }', unexpected('`,`', '`b`'), 'T!'],
    ['type T = { a «int» }', unexpected('`:`', '`int`'), 'T!'],
    ['type T = «{}»', 'MAS1102', 'T!'],
    ['type T = string[3«»', unexpected('`]`', '`agent`'), 'T!'],
    ['type T = List«<»string>', unexpected('a declaration', '`<`'), 'T!'],
    ['type T = string «|» int', 'MAS1001', 'T!'],
    ['type T = { «"a"»: string }', 'MAS1321', 'T'],
    ['enum E { a «b» c }', unexpected('`,`', '`b`'), 'E!'],
    ['enum E { a «=» 1, b = 2 }', unexpected('`,` or `}`', '`=`'), 'E!'],
    ['enum E { «type», b }', 'MAS1108', 'E!'],
    ['enum E {«}»', unexpected('a name', '`}`'), ''],

    // Signatures.
    ['agent «(»x: string) -> string', unexpected('a name', '`(`'), ''],
    ['agent A «x»: string -> string', unexpected('`(` or `=`', '`x`'), ''],
    ['agent A(x «string») -> string', unexpected('`:`', '`string`'), 'A!'],
    ['agent A(x: string «y»: string) -> string', unexpected('`,`', '`y`'), 'A!'],
    ['agent A(x: string, «->» string { role "x" }', unexpected('`,` or `)`', '`->`'), 'A!'],
    ['agent A(x: «)» -> string', unexpected('a type', '`)`'), 'A!'],
    ['agent A(x: string[«)» -> string', unexpected('`]`', '`)`'), 'A!'],
    ['agent A(x: string «=» "a, b") -> string', unexpected('`,` or `)`', '`=`'), 'A!'],
    ['agent A(x«?»: string) -> string', unexpected('`:`', '`?`'), 'A!'],
    ['agent A(«tool»: string) -> string', 'MAS1108', 'A!'],
    ['agent A(x: string) «string» { role "x" }', unexpected('`->`', '`string`'), 'A!'],
    ['agent A(x: string) «{» role "x" }', unexpected('`->`', '`{`'), 'A!'],
    ['agent A(x: string) «=>» string { role "x" }', 'MAS1322', 'A'],
    ['agent A(x: string)«:» string { role "x" }', 'MAS1322', 'A'],
    ['tool t(x: string) -> string«»', unexpected('`from`', '`agent`'), 't!'],
    ['tool t(x: string) -> string from «std»', unexpected('a text', '`std`'), 't!'],
    ['tool t(x: string) -> string from «"a {{x}}"»', 'MAS1106', 't!'],
    ['workflow main<T«(»x: T) -> string { return x }', unexpected('`,` or `>`', '`(`'), 'main!'],

    // Settings.
    ['agent A() -> string {\n  «temprature» 0.5\n  role "x"\n}', unexpected('a setting', '`temprature`'), 'A!'],
    ['agent A() -> string {\n  «style» 0.5\n  role "x"\n}', unexpected('a setting', '`style`'), 'A!'],
    ['agent A() -> string {\n  max_tokens «0.5»\n  role "x"\n}', unexpected('a whole number', '`0.5`'), 'A!'],
    ['agent A() -> string {\n  role «Hello» there\n  repairs 3\n}', unexpected('a text', '`Hello`'), 'A!'],
    ['agent A() -> string {\n  role«»\n  repairs 3\n}', unexpected('a text', '`repairs`'), 'A!'],
    ['agent A() -> string {\n  temperature «-»1\n  repairs 3\n}', unexpected('a number', '`-`'), 'A!'],
    ['agent A() -> string {\n  role "x"«»', unexpected('`}`', '`agent`'), 'A!'],
    ['agent A = B«»', unexpected('`{`', '`agent`'), 'A!'],
    ['agent A = B { model «large» }', unexpected('a text', '`large`'), 'A!'],
    ['agent A() -> string { role«:» "x" }', 'MAS1313', 'A'],
    ['agent A() -> string { role "x"«,» repairs 1, }', 'MAS1320', 'A'],

    // Budgets and bodies.
    ['workflow main() -> string budget { «call» 4 } { return "" }', unexpected('a limit', '`call`'), 'main!'],
    ['workflow main() -> string budget { calls «many» } { return "" }', unexpected('a number', '`many`'), 'main!'],
    ['workflow main() -> string budget { calls«:» 4 } { return "" }', 'MAS1313', 'main'],
    ['workflow main() -> string { return ""«»', unexpected('`}`', '`agent`'), 'main!'],
    ['workflow main() -> string «return» "" }', unexpected('`{`', '`return`'), 'main!'],
    ['workflow main() -> string {\n  if a {\n    x = 1\n  y = 2\n  return y\n}«»', unexpected('`}`', '`agent`'), 'main!'],
    ['workflow main() -> string { return "" }«}»', unexpected('a declaration', '`}`'), 'main!'],
    ['«async» workflow main() -> string { return "" }', 'MAS1308', 'main'],

    // What is no declaration.
    ['«agnet» A(x: string) -> string { role "x" }', unexpected('a declaration', '`agnet`'), ''],
    ['«def» main(x):\n  return x', unexpected('a declaration', '`def`'), ''],
    ['«x» = f(a)\ny = 2', unexpected('a declaration', '`x`'), ''],
    ['«let» x = f(a)', 'MAS1307', ''],
    ['«}»', unexpected('a declaration', '`}`'), ''],
    ['export «x»', unexpected('`type`, `enum`, `tool`, `agent` or `workflow`', '`x`'), ''],
    ['export agent«»', unexpected('a name', '`agent`'), ''],
    ['agent«»', unexpected('a name', '`agent`'), ''],
    ['«Here» is the script:', unexpected('a declaration', '`Here`'), ''],
    ['«`»``mas', 'MAS1001', ''],
  ])('%s', (declaration, expected, names) => {
    expect(namesAfter(declaration, [expected])).toBe(names)
  })

  test('the end of the file is named', () => {
    expectProblems('workflow main() -> string {\n  return ""«»\n', [unexpected('`}`', 'the end of the file')])
    expectProblems('agent A(«»', [unexpected('`,` or `)`', 'the end of the file')])
    expectProblems('agent«»', [unexpected('a name', 'the end of the file')])
  })
})

describe('what never ends', () => {
  test('a text of many lines: one problem, at its quotes', () => {
    const { file } = expectProblems('agent A() -> string {\n  role «"""»\n    a {{b}}\n}\nagent B() -> string', ['MAS1004'])
    expect(file.declarations.map(({ name }) => name.text)).toEqual(['A'])
  })

  test('a text whose end is missing before others: at the first one', () => {
    const text = (open: string, name: string, close: string): string =>
      `agent ${name}() -> string {\n  prompt ${open}\n    Say what is wrong, in one line.\n  ${close}\n}\n`
    const good = (name: string): string => text('"""', name, '"""')
    expectProblems(good('A') + text('«"""»', 'B', '') + good('C') + good('D'), ['MAS1004'])
  })

  test('a text whose beginning is missing before others: where it is missing', () => {
    const after = 'agent B() -> string { role """b""" }'
    expectProblems(`agent A() -> string {\n  prompt«»\n    Say # it.\n  """\n}\n${after}`, ['MAS1101'])
  })

  test('a comment: one problem, and its words count as skipped', () => {
    const { skippedNames } = expectProblems('agent A() -> string\n«/*» agent B() -> string\n', ['MAS1005'])
    expect(skippedNames.has('B')).toBe(true)
  })
})
