import { checkRows } from './rows.ts'

checkRows('one mistake is one error', [
  ['an unknown name that is read often', 'workflow main() -> string[] { return [«qestion», qestion, lower(qestion)] }', 'MAS2001'],
  ['an unknown agent that is called often', 'workflow main() -> string[] { return [«Solve»(1), Solve(2)] }', 'MAS2003'],
  ['an unknown type that is used often', 'export agent A(a: «Draft») -> Draft export agent B(b: Draft) -> int', 'MAS2002'],
  [
    'a field that is missing often',
    'workflow main(d: { answer: string }) -> string[] { return [d.«text», d.text, lower(d.text)] }',
    'MAS2006',
  ],
  [
    'the same name in two workflows is two mistakes',
    'export workflow f() -> int { return «x» } export workflow g() -> int { return «x» }',
    'MAS2001',
    'MAS2001',
  ],
  [
    'a signature that cannot be read',
    'agent A(q «string», h: string) -> string workflow main(x: string) -> string { return A(x, 1) }',
    'MAS1101',
  ],
  ['a type that cannot be read', 'type T = { a: string, b «}» workflow main(t: T) -> string { return t.c }', 'MAS1101'],
  ['an enum that cannot be read', 'enum E { a «b» } workflow main(e: E) -> bool { return e == E.z }', 'MAS1101'],
  [
    'settings that cannot be read leave the signature',
    'agent A(q: string) -> int { «tempo» 3 } workflow main() -> int { return A(«1») }',
    'MAS1101',
    'MAS3003',
  ],
  [
    'an escape that there is none leaves the rest to be checked',
    'workflow main(q: string) -> string { a = "«\\d»" return lower(a, «1») }',
    'MAS1006',
    'MAS3101',
  ],
  [
    'a misplaced return leaves the rest to be checked',
    'workflow main(q: string) -> string { if q == "" { «return» "" } return «qq» }',
    'MAS1203',
    'MAS2001',
  ],
  ['a return in a loop is not missed at the end', 'workflow main(q: string) -> string { repeat max 2 { «return» q } }', 'MAS1203'],
  ['a return that is not the last is not missed', 'workflow main(q: string) -> string { «return» q x = q }', 'MAS1203'],
  ['a return in an each is not missed', 'workflow main(q: string) -> string { x = each y in [q] { «return» y yield y } }', 'MAS1203'],
  ['a number too large', 'workflow main() -> int { return «9007199254740993» + 1 }', 'MAS1010'],
  ['a call as the last statement', 'agent A() -> int workflow main() -> int { «A()» }', 'MAS1204'],
  ['a value as the last statement of each branch', 'workflow main(a: bool) -> int { if a { «len("")» } else { «len("")» } }', 'MAS1204', 'MAS1204'],
  ['a misspelt import', 'import { «debatte» } from "std/patterns" workflow main(q: string) -> string { return debate(q) }', 'MAS2105'],
  ['an unknown list', 'workflow main() -> int[3] { return each x in «xs» { yield x } }', 'MAS2001'],
  ['a loop without a bound', 'workflow main(xs: int[]) -> int[3] { return each x in «xs» { yield x } }', 'MAS3302'],
  ['a bound that is wrong', 'workflow main(xs: int[«0»]) -> int[3] { return xs }', 'MAS3009'],
  ['an import that failed', 'import { A } from «"./nothing.mas"» workflow main(a: A) -> A { return A(A.b, [A]) }', 'MAS2101'],
])
