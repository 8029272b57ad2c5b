/** Scripts that hold every construct of the grammar, whether or not they mean anything. */
export const everyConstruct: readonly string[] = [
  `import { a, b, } from "./x.mas" import { c } from "std/tools"
/// Says what it is.
export type T = { a: string?, b: number[][3], c: { d: bool, }, }[]
type U = agent_name[n]?
export enum K { x, y, z, }
tool t(k: string, n: int,) -> bool from "host:t" pure
tool u() -> { ok: bool } from "host:u"
agent A() -> string
agent B(q: string) -> string[3] { }
agent C(q: string, static n: int, use: agent(string, int?) -> string[]) -> T {
  temperature 1.0 top_p 0.50 max_tokens 1000 max_turns 2 repairs 0 timeout 2.5
  tools t, u, A role "Be \\"kind\\" \\u{41}." model "large" policy careful prompt """raw \\boxed{x}"""
}
agent D = C { model "small" temperature 0 }
agent E = C { }
export workflow w<I, O>(solve: agent(I) -> O, input: I, static n: int) -> O budget { calls 40 tokens 1000 seconds 2.5 depth 3 } {
  return solve(input)
}
workflow e() -> string budget { } { }`,
  `workflow main(q: string, k: K) -> string {
  a: string[] = []
  b = -x ?? 3 + 4 * (5 - 6) - 7 % 8
  c = not (a and b) or not c and d == e or (f != g) and ((h))
  d = { ...base, a: 1, match: { b: none }, c: [1, 2.50, 1e-7,], }
  e = sample 3 of (A(q) otherwise none) otherwise sample n of B(q).field[0]
  f = each x in xs { yield x }
  g = each x, i in xs max 3 { y = f(x) if y { z = 1 } else { z = 2 } yield { a: y, } }
  h = present(each x in xs { y = f(x) yield y })
  i = (each x in xs { yield x })[0].a(1, n: 2, .score, by: .f, )
  _ = f("{{a}} and {{f({ x: 1 }, "y")}}", true, false,)
  if a { b = 1 } else if c { d = 2 } else { if e { f = 3 } }
  if a { } else { }
  match k { x => { a = 1 } y => { if b { c = 1 } } else => { a = 1 b = 2 } }
  match k { }
  repeat max 3 { stop when a and b or c }
  for x, i in first(xs, 3) max n { a = x }
  assert a >= 0 and b < 3 else "it is {{a}}, not {{b}}"
  assert c
  return ((q))
}`,
  `workflow main(q: string) -> string {
  a = """
      Task: {{ q }}
        indented {{f(
          x, """in
             side""")}}

      {{#if  style }}
      Style: {{style}}
      {{else}}
      none   
      {{/if}}
        {{#each notes as note}}- {{note}}{{/each}}
      \\{{braces}} \\frac{{{a}}}{{{b}}} {"a": {"b": 1}} ""
  """
  b = f("""first
      second
        third""", """   """, """""", """
   one""", "a {{f("""x
  y""")}} b")
  c = """
\tx
    y
  """
  assert a else """
    because
  """
  return each x in xs { yield """
    {{x}}
    """ }
}`,
  `workflow main() -> string {
  a_long_name = combine(first_argument_of_many, second_argument_of_many, third_argument_of_many, fourth)
  another = combine(first_argument_of_many, second_argument_of_many, [first_item_of_list, second_item_of_list])
  more = combine(first_argument_of_many, second_argument_of_many, given: { field_one: 1, field_two: [2, 3], field_three: 4 })
  verdict = first_condition_of_many and second_condition_of_many or third_condition_of_many and fourth_condition_of_many
  total = first_number_of_many + second_number_of_many * third_number_of_many - fourth_number_of_many / fifth_number + 6
  answers = present(each step, i in steps { yield Worker("{{i}}. {{task}}", step, and_more, and_more) otherwise none })
  answers = present(each step, i in steps { note = Worker(step, and_more) yield note }) otherwise Worker(steps, and_more) otherwise none
  if is_the_first_condition_of_many and is_the_second_condition_of_many or is_the_third_condition_of_many == 4 { a = 1 }
  assert is_the_first_condition_of_many and is_the_second_condition_of_many else "this was expected to hold, and it does not"
  return a_long_name(a_long_name(first_argument_of_many, second_argument_of_many), third_argument_of_many, fourth, fifth)
}`,
]
