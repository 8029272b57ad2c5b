import { expect, test } from 'vitest'
import { readGraph } from '../../../../compiler/graph-reader/index.ts'
import { graphOf } from '../../compile/compile-source.ts'

const declarations = `enum Kind { easy, hard }
type Pair = { text: string, kind: Kind }
agent Sort(task: string) -> Kind { repairs 0 }
agent Maybe(task: string) -> string?
agent Writer(task: string) -> string
agent Few(notes: string[4]) -> string
agent Many(notes: string[12]) -> string
agent Most(notes: string[650]) -> string
agent Judge(pair: Pair, kinds: Kind[]) -> { note: string?, good: bool }
`

/** What the checker knows of a value and a graph does not say: the reader has to find it again. */
const bodies: readonly (readonly [string, string])[] = [
  ['what a condition tells', 'x = Maybe(a) if x != none { return Writer(x) } else { return "" }'],
  ['what its other side tells', 'x = Maybe(a) if x == none { x = "new" } return Writer(x)'],
  ['what an assertion tells', 'x = Maybe(a) assert x != none return Writer(x)'],
  ['what a stop tells', 'x = Maybe(a) y = a repeat max 2 { stop when x == none y = Writer(x) } return y'],
  [
    'what a field tells',
    'j = Judge({ text: a, kind: Kind.easy }, []) if j.note != none { return Writer(j.note) } else { return "" }',
  ],
  ['what not and or tell', 'x = Maybe(a) if not (x == none or len(x) > 3) { return Writer(x) } else { return "" }'],
  [
    'what a call on the right of and tells',
    'x = Maybe(a) if x != none and Writer(x) == "y" { return Writer(x) } else { return "" }',
  ],
  ['what a call on the right of or tells', 'x = Maybe(a) assert not (x == none or Writer(a) == "y") return Writer(x)'],
  [
    'what both branches tell',
    'x = Maybe(a) if len(a) > 1 { assert x != none } else { assert x != none and len(x) > 2 } return Writer(x)',
  ],
  ['what a text tells', 'x = Maybe(a) return "{{#if x}}{{len(x)}}{{else}}-{{/if}}"'],
  ['what a right side is read under', 'x = Maybe(a) y = x != none and len(x) > 2 return "{{y}}"'],
  ['none that is given to a workflow', 'return optional(a, none)'],
  ['a text that is given where none may be', 'return optional(a, "b")'],
  ['none in every form', 'x: string? = none y: string?[2] = [none, x] return "{{x ?? a}}{{len(present(y))}}{{x == none}}"'],
  ['a name that starts with none', 'x: string? = none repeat max 3 { x = Maybe(x ?? a) } return x ?? "nothing"'],
  ['a name that may be none in one round', 'x: string? = a repeat max 3 { if x != none { x = Maybe(x) } } return x ?? ""'],
  ['members that stand in lists', 'ks = [Kind.easy, Kind.hard] j = Judge({ text: a, kind: vote(ks) }, ks) return "{{j.good}}"'],
  [
    'members of two branches',
    'k = Kind.easy if len(a) > 2 { k = Kind.hard } match k { easy => { return "e" } hard => { return Writer(a) } }',
  ],
  [
    'members beside what an agent gives',
    'k = Sort(a) repeat max 2 { stop when k == Kind.hard k = Kind.hard } match k { easy => { return "e" } else => { return "h" } }',
  ],
  [
    'members in joined lists',
    'ks: Kind[] = [] repeat max 3 { ks = concat(ks, [Kind.easy, Sort(a)]) } j = Judge({ text: a, kind: last(ks) }, ks) return "{{j.good}}"',
  ],
  [
    'members in records',
    'p = { text: a, kind: Kind.easy } q = { ...p, kind: Sort(a) } j = Judge(q, []) r = best([{ k: Kind.easy, n: 1 }, { k: Sort(a), n: 2 }], .n) return "{{j.good}}{{r.k == Kind.hard}}"',
  ],
  ['a text that reads like a member', 'w = "easy" if len(a) > 2 { w = Writer(a) } return trim(w)'],
  ['a list that grows', 'xs: string[] = [] repeat max 20 { xs = concat(xs, [a]) } return join(xs, "")'],
  ['a list that grows and is cut', 'xs: string[4] = [] repeat max 20 { xs = first(concat(xs, [a]), 4) } return Few(xs)'],
  [
    'a list that grows in a loop in a loop',
    'xs: string[4] = [] repeat max 9 { repeat max 9 { xs = first(concat(xs, [Writer(a)]), 4) } } return Few(xs)',
  ],
  [
    'a list that grows for very long and is cut',
    'xs: string[600] = [] repeat max 9 { repeat max 9 { xs = first(concat(xs, [Writer(a)]), 600) } } return Most(concat(xs, xs2(a)))',
  ],
  [
    'a list that grows for very long and comes to rest between sizes',
    'xs: string[610] = [] repeat max 9 { xs = concat(first(xs, 600), [a]) } return Most(concat(xs, xs2(a)))',
  ],
  [
    'a list that grows for long and is cut',
    'xs: string[12] = [] repeat max 99 { repeat max 9 { xs = first(concat(xs, [Writer(a)]), 12) } } return Many(xs)',
  ],
  [
    'lists that change places',
    'xs: string[4] = [a] ys: string[4] = [] repeat max 9 { zs = xs xs = first(concat(ys, zs), 4) ys = zs } return Few(ys)',
  ],
  ['a list of each', 'xs: string[4] = [] repeat max 3 { xs = each x, i in xs { yield "{{i}}{{x}}" } } return Few(xs)'],
  ['an empty list', 'xs: int[3] = [] t = 0 for x in xs { t = t + x } m = t % 2 return "{{m}}{{sum(xs)}}{{len(flatten([xs]))}}"'],
  ['a whole number that becomes another', 'n: number = 1 repeat max 3 { n = n / 2 } return "{{n}}{{round(n) % 2}}"'],
  [
    'the items of an optional list',
    'xs: string[2]? = none if len(a) > 1 { xs = [a] } return "{{#if xs}}{{#each xs as x}}{{x}}{{/each}}{{/if}}"',
  ],
  [
    'a loop that is left within branches',
    'x = a repeat max 3 { y = Maybe(x) if y == none { stop when true x = "" } else { x = y stop when x == "z" } } return x',
  ],
  ['what is otherwise none', 'xs = present(sample 3 of (Writer(a) otherwise none)) assert len(xs) > 0 return xs[0]'],
  ['numbers given to a workflow', 'return some(["a", "b", "c"], 0)'],
  ['conditions that are written out', 'if true { return a } else { return Writer(a) }'],
]

const workflows = `workflow optional(a: string, x: string?) -> string {
  y = "-"
  if x != none { y = Writer(x) } else { y = Writer(a) }
  z = x != none and len(x) > 1
  assert x == none or len(x) > 0
  return "{{y}}{{z}}{{#if x}}{{len(x)}}{{/if}}{{x ?? a}}"
}
workflow xs2(a: string) -> string[40] { return each x in lines(a) max 40 { yield x } }
workflow some(xs: string[4], n: int) -> string { return Few(first(xs, n)) }
`

test.each(bodies)('%s', (_, body) => {
  const text = JSON.stringify(graphOf(`${declarations}${workflows}workflow main(a: string) -> string { ${body} }`))
  expect(readGraph(text).problems).toEqual([])
})
