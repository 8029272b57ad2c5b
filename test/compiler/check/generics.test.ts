import { checkRows } from './rows.ts'

const declarations = `
export agent Solve(task: string, hint: string?) -> string
export agent Count(task: string) -> int
export agent Rate(task: string, answer: string) -> number
export agent Merge(task: string, answers: string[]) -> string
export agent Three(task: string) -> string[3]
export tool search(query: string) -> string from "host:search"
export workflow solo(task: string) -> string { return task }
export workflow same<T>(left: T, right: T) -> T { return first([left, right], 1)[0] }
export workflow wrap<T>(value: T) -> { value: T } { return { value: value } }
export workflow maybe<T>(value: T?) -> T[1] { return present([value]) }
export workflow pick<I, O>(solve: agent(I) -> O, input: I, static n: int) -> O { return vote(sample n of solve(input)) }
export workflow rated<I, O>(solve: agent(I) -> O, rate: agent(I, O) -> number, input: I) -> O {
  draft = solve(input)
  assert rate(input, draft) > 0
  return draft
}
export workflow merged<I, O>(solve: agent(I) -> O, merge: agent(I, O[n]) -> O, input: I, static n: int) -> O {
  return merge(input, sample n of solve(input))
}
export workflow sized(items: string[n], static n: int) -> string[n] { return items }
`

const inMain = (expression: string): string => `${declarations}
workflow main(task: string, hint: string?, count: int, words: string[]) -> string {
  _ = ${expression}
  return task
}`

checkRows(
  'calls of generic workflows',
  [
    ['from a value', 'lower(wrap(task).value)'],
    ['the result has the type of the value', 'lower(«wrap(1).value»)', 'MAS3003'],
    ['of two values the join', 'same(1, 0.5)'],
    ['of two values the join, as a result', 'words[«same(1, 0.5)»]', 'MAS3209'],
    ['of two values without a join', 'same(1, «"a"»)', 'MAS3003'],
    ['from an optional', 'lower(maybe(hint)[0])'],
    ['from none', '«maybe»(none)', 'MAS3113'],
    ['from an empty list', '«wrap»([])', 'MAS3113'],
    ['an unknown argument is silent', 'wrap(«zzz»).value.anything', 'MAS2001'],
    ['from an agent', 'lower(pick(Solve, task, 3))'],
    ['by name', 'pick(input: task, n: 3, solve: Solve)'],
    ['an agent fixes the type', 'pick(Solve, «count», 3)', 'MAS3003'],
    ['a value that the agent takes as an optional', 'pick(Solve, task, n: 2)'],
    ['the second agent has to fit', 'rated(Count, «Rate», task)', 'MAS3111'],
    ['two agents that fit', 'lower(rated(Solve, Rate, task))'],
    ['lists of a static size', 'lower(merged(Solve, Merge, task, 4))'],
    ['an agent for a value', 'wrap(«Solve»)', 'MAS2008'],
    ['a value for an agent', 'pick(«task», task, 3)', 'MAS3110'],
    ['a call for an agent', 'pick(«Solve(task)», task, 3)', 'MAS3110'],
    ['a tool for an agent', 'pick(«search», task, 3)', 'MAS3110'],
    ['a builtin for an agent', 'pick(«lower», task, 3)', 'MAS3110'],
    ['a builtin for an agent, twice', 'pick(«lower», pick(«lower», task, 3), 3)', 'MAS3110', 'MAS3110'],
    ['a workflow for an agent', 'lower(pick(solo, task, 3))'],
    ['a generic workflow for an agent', 'pick(«wrap», task, 3)', 'MAS3112'],
    ['a workflow with static parameters for an agent', 'pick(«sized», task, 3)', 'MAS3112'],
    ['an unknown agent', 'pick(«Slove», task, 3)', 'MAS2003'],
    ['a static argument below 1', 'pick(Solve, task, «0»)', 'MAS3009'],
    ['a static argument that is computed', 'pick(Solve, task, «1 + 1»)', 'MAS3010'],
    ['a static argument that is a value', 'pick(Solve, task, «count»)', 'MAS3010'],
    ['a static argument that is missing', '«pick»(Solve, task)', 'MAS3102'],
    ['an agent that is missing', '«pick»(input: task, n: 3)', 'MAS3102'],
    ['sizes are put in', 'sized(first(words, 3), 3)'],
    ['a list longer than the size', 'sized(«first(words, 4)», 3)', 'MAS3003'],
    ['sizes in results', 'sized(sized(["a"], 3), 5)'],
    ['a wrong static argument is one mistake', 'sized(sized(words, «0»), 3)', 'MAS3009'],
  ],
  inMain,
)

checkRows('inside generic workflows', [
  ['a type parameter fits itself', 'export workflow f<T>(x: T) -> T { return x }'],
  ['a type parameter fits its optional', 'export workflow f<T>(x: T) -> T? { return x }'],
  ['a type parameter is no other', 'export workflow f<T, U>(x: T, y: U) -> T { return «y» }', 'MAS3002'],
  ['a type parameter is no string', 'export workflow f<T>(x: T) -> string { return «x» }', 'MAS3002'],
  ['values of a type parameter are equal or not', 'export workflow f<T>(x: T, y: T) -> bool { return x == y }'],
  ['and stand in texts', 'export workflow f<T>(x: T) -> string { return "{{x}}" }'],
  ['and have no fields', 'export workflow f<T>(x: T) -> string { return x.«a» }', 'MAS3207'],
  ['a static number is an int', 'export workflow f(static n: int) -> int { return n + 1 }'],
  ['a static number stands for a size', 'export workflow f(xs: string[], static n: int) -> string[n] { return first(xs, n) }'],
  ['a list of one fits every size', 'export workflow f(static n: int) -> string[n] { return ["a"] }'],
  ['a list of two does not', 'export workflow f(static n: int) -> string[n] { return «["a", "b"]» }', 'MAS3002'],
  ['a size fits no other', 'export workflow f(xs: int[m], static m: int, static n: int) -> int[n] { return «xs» }', 'MAS3002'],
  ['a size fits no number', 'export workflow f(xs: int[n], static n: int) -> int[9] { return «xs» }', 'MAS3002'],
  ['a size fits a list without', 'export workflow f(xs: int[n], static n: int) -> int[] { return xs }'],
  ['sizes add up', 'export workflow f(xs: int[n], static n: int) -> int[n] { return «concat(xs, xs)» }', 'MAS3002'],
  ['loops over sizes', 'export workflow f(xs: int[n], static n: int) -> int[n] { return each x in xs { yield x + 1 } }'],
  ['repeat a static number', 'export workflow f(static n: int) -> int { x = 0 repeat max n { x = x + 1 } return x }'],
  ['an unknown size', 'export workflow f(xs: int[«n»]) -> int { return len(xs) }', 'MAS3010'],
  ['a parameter as a size', 'export workflow f(xs: int[«n»], n: int) -> int { return len(xs) + n }', 'MAS3010'],
  ['a static number is not bound again', 'export workflow f(static n: int) -> int { «n» = 1 return n }', 'MAS3304'],
  ['an agent is not bound again', 'export workflow f(a: agent(int) -> int) -> int { «a» = 1 return a(1) }', 'MAS3304'],
  ['an agent is no value', 'export workflow f(a: agent(int) -> int) -> int { return «a» }', 'MAS2008'],
  ['an agent is called by position', 'export workflow f(a: agent(int) -> int) -> int { return a(1) }'],
  ['not by name', 'export workflow f(a: agent(int) -> int) -> int { return a(«x»: 1) }', 'MAS3103'],
  [
    'with the arguments it takes',
    'export workflow f(a: agent(int) -> int) -> int { return «a»() + a(1, «2») }',
    'MAS3102', 'MAS3101',
  ],
  ['of the types it takes', 'export workflow f(a: agent(int) -> int) -> int { return a(«"a"») }', 'MAS3003'],
  ['without what is optional', 'export workflow f(a: agent(int, int?) -> int) -> int { return a(1) }'],
  ['an agent is passed on', `
    export workflow g(a: agent(int) -> int) -> int { return a(1) }
    export workflow f(a: agent(int, int?) -> int) -> int { return g(a) }`],
  ['an agent that does not fit is not', `
    export workflow g(a: agent(string) -> int) -> int { return a("") }
    export workflow f(a: agent(int) -> int) -> int { return g(«a») }`, 'MAS3111'],
  ['a static number is passed on', `
    export workflow g(static m: int) -> int { return m }
    export workflow f(static n: int) -> int { return g(n) }`],
  ['a type parameter is passed on', `
    export workflow g<T>(x: T, xs: T[n], static n: int) -> T[] { return concat([x], xs) }
    export workflow f<U>(y: U, static m: int) -> U[] { return g(y, first([y, y], m), m) }`],
])

checkRows('signatures of workflows', [
  ['a type parameter twice', 'export workflow f<T, «T»>(x: T) -> T { return x }', 'MAS2205'],
  ['a type parameter with a name of the file', 'type A = int export workflow f<«A»>(x: A) -> A { return x }', 'MAS2207'],
  ['a type parameter in the result only', 'export workflow f<«T»>() -> T[] { return [] }', 'MAS3502'],
  ['a type parameter in an agent is enough', 'export workflow f<T>(a: agent(T) -> int) -> T[] { return [] }'],
  ['a parameter twice', 'export workflow f(x: int, «x»: int) -> int { return x }', 'MAS2202'],
  ['a parameter with a name of the file', 'export agent A() -> int export workflow f(«A»: int) -> int { return A }', 'MAS2207'],
  ['an agent with a name of a builtin', 'export workflow f(«vote»: agent(int) -> int) -> int { return vote(1) }', 'MAS2209'],
  ['a value with a name of a builtin', 'export workflow f(text: string) -> string { return trim(text) }'],
  ['a static text', 'export workflow f(static n: «string») -> int { return n }', 'MAS3501'],
  ['a list of agents', 'export workflow f(a: { solve: «agent(int) -> int» }) -> int { return 1 }', 'MAS3011'],
  ['an agent as a result', 'export workflow f(a: agent(int) -> int) -> «agent(int) -> int» { return 1 }', 'MAS3011'],
  ['an agent that takes an agent', 'export workflow f(a: agent(«agent(int) -> int») -> int) -> int { return 1 }', 'MAS3011'],
  ['an alias of an agent type', 'type Solver = agent(int) -> int export workflow f(solve: Solver) -> int { return solve(1) }'],
  ['a list of such an alias', 'type S = agent(int) -> int export workflow f(solve: «S»[]) -> int { return 1 }', 'MAS3011'],
  ['main takes values', 'workflow main<«T»>(x: T) -> T { return x }', 'MAS3503'],
  ['main takes no agents', 'workflow main(«a: agent(int) -> int») -> int { return a(1) }', 'MAS3503'],
])
