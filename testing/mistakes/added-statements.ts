import { statementsOf } from './ground.ts'
import type { Ground } from './ground.ts'
import { inserted } from './mistake.ts'
import type { Mistake, Site } from './mistake.ts'

/** Statements of their own before any statement of the workflow; `«…»` stands around what is found. */
const table: readonly (readonly [code: string, name: string, statements: string])[] = [
  ['MAS1001', 'curly quotes', '_ = «“»a”'],
  ['MAS1002', 'a text without its end', '_ = «"»a'],
  ['MAS1003', 'an insertion without its end', '_ = "a «{{»1}"'],
  ['MAS1006', 'an unknown escape', '_ = "«\\q»"'],
  ['MAS1007', 'an unknown block tag', '_ = "«{{#unless true}}»a{{/unless}}"'],
  ['MAS1008', 'the end of a block that was not begun', '_ = "a«{{/if}}»"'],
  ['MAS1009', 'a block without its end', '_ = "«{{#if» true}}a"'],
  ['MAS1010', 'a number too large', '_ = «9007199254740993»'],
  ['MAS1101', 'a missing comma', '_ = [1 «2»]'],
  ['MAS1102', 'an empty record', '_ = «{}»'],
  ['MAS1104', 'a spread behind a field', '_ = { a: 1, «...»{ b: 2 } }'],
  ['MAS1105', 'comparisons in a chain', 'assert 1 < 2 «<» 3'],
  ['MAS1107', 'an each without yield', '_ = each planted in [1] { again = planted «}»'],
  ['MAS1108', 'a reserved word as a name', '«type» = 1'],
  ['MAS1201', 'a yield in a branch', '_ = each planted in [1] {\n  if true { «yield» 2 }\n  yield planted\n}'],
  ['MAS1202', 'a stop in an each', '_ = each planted in [1] {\n  «stop» when true\n  yield planted\n}'],
  ['MAS1204', 'a call without a name', '«len("a")»'],
  ['MAS1205', 'a value without a name', '«each planted in [1] { yield planted }»'],
  ['MAS1301', '&&', 'assert true «&&» true'],
  ['MAS1301', '!', 'assert «!»false'],
  ['MAS1302', '+=', 'planted = 1\nplanted «+=» 1'],
  ['MAS1304', 'f before a text', '_ = «f»"a"'],
  ['MAS1305', 'a comment behind #', '«#» a comment'],
  ['MAS1306', 'a number in groups of digits', '_ = «1_000»'],
  ['MAS1308', 'await', '_ = «await» len("a")'],
  ['MAS1309', 'while', '«while» false { _ = 1 }'],
  ['MAS1310', 'elif', 'if false { _ = 1 } «elif» true { _ = 2 }'],
  ['MAS1311', 'stop if', 'planted = 1\nrepeat max 2 {\n  planted = planted + 1\n  stop «if» planted > 2\n}'],
  ['MAS1312', 'a conditional expression', '_ = true «?» 1 : 2'],
  ['MAS1315', '= behind the name of a field', '_ = { a «=» 1 }'],
  ['MAS1316', 'a binding of a field', 'planted = { a: 1 }\n«planted.a» = 2'],
  ['MAS1321', 'quotes around the name of a field', '_ = { «"a"»: 1 }'],
  ['MAS1323', '= in a condition', 'if 1 «=» 1 { _ = 2 }'],
  ['MAS1324', 'a field without its value', 'planted = 1\n_ = { «planted» }'],
  ['MAS2001', 'null', '_ = [1, «null»]'],
  ['MAS2001', 'True', 'assert «True»'],
  ['MAS2005', 'a name of a loop behind the loop', 'repeat max 2 {\n  planted = 1\n  _ = planted\n}\n_ = «planted»'],
  ['MAS2013', '_ as a value', '_ = «_»'],
  ['MAS2014', 'a builtin as a value', '_ = «len»'],
  ['MAS2203', 'a field given twice', '_ = { a: 1, «a»: 2 }'],
  ['MAS2208', 'an item that hides a value', 'planted = 1\n_ = each «planted» in [2] { yield 3 }'],
  ['MAS3001', 'a value of another type', 'planted = 1\nplanted = «"a"»'],
  ['MAS3004', 'a condition that is no bool', 'assert «1»'],
  ['MAS3005', 'a list of two types', '_ = [1, «"a"»]'],
  ['MAS3006', 'an empty list without its type', '«planted» = []'],
  ['MAS3007', 'a second annotation', 'planted = ""\nplanted: «string?» = ""'],
  ['MAS3009', 'a loop of no rounds', 'repeat max «0» { _ = 1 }'],
  ['MAS3010', 'a loop of a variable number of rounds', 'planted = 2\nrepeat max «planted» { _ = 1 }'],
  ['MAS3106', 'a method', '_ = "a".«trim»()'],
  ['MAS3107', 'a field to choose by where none is', '_ = mean([{ a: 1 }], .«a»)'],
  ['MAS3108', 'no field to choose by', '_ = best(«[{ a: 1 }]»)'],
  ['MAS3109', 'a named argument of a builtin', '_ = best([{ a: 1 }], «by»: .a)'],
  ['MAS3115', 'an each in a text', '_ = "{{«each planted in [1] { yield planted }»}}"'],
  ['MAS3116', 'a text to choose by', '_ = best([{ a: "b" }], .«a»)'],
  ['MAS3201', 'a text compared with a number', 'assert «"a"» > 3'],
  ['MAS3202', '+ on texts', '_ = «"a" + "b"»'],
  ['MAS3203', '% of a fraction', '_ = «1.5» % 2'],
  ['MAS3204', 'a comparison of a number with a text', 'assert «1 == "a"»'],
  ['MAS3205', 'none compared with a number', 'assert «1 != none»'],
  ['MAS3206', 'not before a number', 'assert not «1»'],
  ['MAS3207', 'a field of a list', '_ = [1].«length»'],
  ['MAS3208', 'an index into a record', 'planted = { a: 1 }\n_ = «planted»[0]'],
  ['MAS3209', 'an index that is a fraction', '_ = [1][«0.5»]'],
  ['MAS3210', 'a spread of a list', '_ = { ...«[1]», a: 1 }'],
  ['MAS3211', 'a number as the condition in a text', '_ = "{{#if «1»}}a{{/if}}"'],
  ['MAS3301', 'a loop over a number', 'for planted in «1» max 2 { _ = planted }'],
  ['MAS3302', 'a loop over a list of any length', 'for planted in «lines("a")» { _ = planted }'],
  ['MAS3303', 'a binding of an outer name in an each', 'planted = 1\n_ = each one in [1] {\n  «planted» = one\n  yield planted\n}'],
  ['MAS3306', 'a match on a number', 'match «1» {\n  one => { _ = 1 }\n  else => { _ = 2 }\n}'],
  ['MAS5001', 'an unused value', '«planted» = 1'],
  ['MAS5003', 'a stop that is the same in every round', 'planted = len("a") > 1\nrepeat max 2 {\n  stop when «planted»\n  _ = 1\n}'],
  ['MAS5005', 'single braces around a name', 'planted = 1\n_ = "{{planted}} «{planted}»"'],
  ['MAS5006', 'an escape meant for LaTeX', '_ = "«\\times»"'],
]

/** Where a statement can be put in: before another one. */
function places(ground: Ground): readonly number[] {
  const statements = statementsOf(ground)
  // An `else if` has no braces of its own that a statement could stand in before it.
  const chained = new Set(
    statements.flatMap((one) => {
      const start = one.kind === 'if' ? one.otherwise?.range.start : undefined
      return start === undefined || ground.text[start] === '{' ? [] : [start]
    }),
  )
  return statements.map(({ range }) => range.start).filter((start) => !chained.has(start))
}

function before(ground: Ground, offset: number, statements: string): Site {
  const indentation = /[ ]*$/.exec(ground.text.slice(0, offset))?.[0] ?? ''
  return inserted(offset, `${statements}\n`.replaceAll('\n', `\n${indentation}`))
}

/** Statements that are added. */
export const addedStatements: readonly Mistake[] = table.map(([code, name, statements]) => ({
  name,
  code,
  sites: (ground) => places(ground).map((offset) => before(ground, offset, statements)),
}))
