import { checkRows } from './rows.ts'

const withSettings = (settings: string): string => `import { python } from "std/tools"
export agent Helper(q: string) -> string { tools python }
export agent Solver(question: string, hint: string?) -> { answer: string } { ${settings} }`

checkRows(
  'settings of agents',
  [
    [
      'all of them',
      `
        role "r" prompt "{{question}} {{hint}}" model "big-1.5" policy p tools Helper
        temperature 2 top_p 1 max_tokens 1 max_turns 1 repairs 0 timeout 0.5`,
    ],
    ['a temperature below 0 or above 2', 'temperature «2.1»', 'MAS3401'],
    ['top_p of 0', 'top_p «0»', 'MAS3401'],
    ['top_p above 1', 'top_p «1.5»', 'MAS3401'],
    ['max_tokens of 0', 'max_tokens «0»', 'MAS3401'],
    ['a timeout of 0', 'timeout «0»', 'MAS3401'],
    ['a setting twice', 'repairs 1 «repairs» 2', 'MAS2206'],
    ['a wrong setting twice is two mistakes', 'top_p «7» «top_p» 8', 'MAS3401', 'MAS2206'],
    ['max_turns without tools', '«max_turns 2»', 'MAS3402'],
    ['a slot with a vendor', 'model «"a/b"»', 'MAS3406'],
    ['an empty slot', 'model «""»', 'MAS3406'],
    ['an unknown tool', 'tools «Hlper»', 'MAS2009'],
    ['a tool twice', 'tools Helper, «Helper»', 'MAS2211'],
    ['a tool that is not there has been reported', 'tools «Hlper» temperature «9»', 'MAS2009', 'MAS3401'],
  ],
  withSettings,
)

checkRows('roles and prompts', [
  ['parameters', 'export agent A(q: string, n: int?) -> string { role "{{n}}" prompt "{{lower(q)}} {{n ?? 0}}" }'],
  ['a name that is no parameter', 'export agent A(q: string) -> string { prompt "{{q}} {{«question»}}" }', 'MAS2001'],
  ['a call of an agent', 'export agent A(q: string) -> string { prompt "{{«A»(q)}}" }', 'MAS3114'],
  [
    'a call of a workflow',
    'export workflow w() -> string { return "" } export agent A() -> string { prompt "{{«w»()}}" }',
    'MAS3114',
  ],
  ['a sample', 'export agent A(q: string) -> string { prompt "{{«sample 2 of q»}}" }', 'MAS3115'],
  ['a block over a list', 'export agent A(q: { a: string }[]) -> string { prompt "{{#each q as x}}{{x.a}}{{/each}}" }'],
  ['a block over a text', 'export agent A(q: string) -> string { prompt "{{#each «q» as x}}{{x}}{{/each}}" }', 'MAS3301'],
  [
    'an item with a name that is taken',
    'export agent A(q: int[]) -> string { prompt "{{#each q as «q»}}{{q}}{{/each}}" }',
    'MAS2208',
  ],
  [
    'an item outside its block',
    'export agent A(q: int[]) -> string { prompt "{{#each q as x}}{{x}}{{/each}}{{«x»}}" }',
    'MAS2001',
  ],
  ['a condition', 'export agent A(b: bool, q: int?) -> string { prompt "{{#if b}}{{#if q}}{{q}}{{/if}}{{/if}}" }'],
  ['a condition that is a list', 'export agent A(q: int[]) -> string { prompt "{{#if «q»}}{{q}}{{/if}}" }', 'MAS3211'],
  ['any value is inserted', 'export agent A(a: int[], b: { c: bool }, d: string?) -> string { prompt "{{a}}{{b}}{{d}}" }'],
  ['a parameter of an enum', 'enum E { a, b } export agent A(e: E) -> string { prompt "{{#if e == E.a}}{{e}}{{/if}}" }'],
])

checkRows('copies of agents', [
  [
    'with other settings',
    'agent A(q: string) -> string export agent B = A { temperature 0 } export agent C = B { prompt "{{q}}" }',
  ],
  ['before the original', 'export agent B = A { temperature 0 } agent A(q: string) -> string'],
  ['of itself', 'agent «A» = A { temperature 0 }', 'MAS3403'],
  ['in a circle is one mistake', 'agent «A» = B { top_p 1 } agent B = C { top_p 1 } agent C = A { top_p 1 }', 'MAS3403'],
  ['of what is not there', 'export agent B = «A» { top_p 1 } export agent C = B { top_p 1 }', 'MAS2011'],
  ['of a workflow', 'export workflow w() -> int { return 1 } export agent B = «w» { top_p 1 }', 'MAS2012'],
  ['called like the original', `
    agent A(q: string, n: int?) -> string
    agent B = A { temperature 1 }
    workflow main(q: string) -> string { return B(q, n: 1) }`],
  ['with the tools of the original', `
    import { python } from "std/tools"
    agent A(q: string) -> string { tools python }
    export agent B = A { max_turns 3 }`],
  [
    'with the parameters of the original',
    'agent A(q: string) -> string export agent B = A { prompt "{{q}} {{«p»}}" }',
    'MAS2001',
  ],
])

checkRows('budgets', [
  ['all limits', 'workflow main() -> int budget { calls 40 tokens 20000 seconds 1.5 depth 3 } { return 1 }'],
  ['a limit twice', 'workflow main() -> int budget { calls 40 «calls» 50 } { return 1 }', 'MAS2206'],
  ['calls that are no whole number', 'workflow main() -> int budget { calls «4.5» } { return 1 }', 'MAS3401'],
  ['no time', 'workflow main() -> int budget { seconds «0» } { return 1 }', 'MAS3401'],
])

checkRows('types, enums and tools', [
  ['a type of types', 'type A = { b: B? } type B = { c: C[3] } enum C { d } export agent X(a: A) -> B'],
  ['a type that contains itself', 'type «A» = { a: A? } export agent X(a: A) -> A', 'MAS3008'],
  [
    'types that contain each other are one mistake',
    'type «A» = { b: B } type B = { a: A[] } export agent X(a: A) -> B',
    'MAS3008',
  ],
  ['a field twice', 'export type A = { a: int, «a»: string }', 'MAS2203'],
  ['a bound of 0', 'export type A = int[«0»]', 'MAS3009'],
  ['a static bound outside a workflow', 'export type A = int[«n»]', 'MAS3010'],
  ['an agent as a type', 'agent A() -> int export type B = { a: «A» }', 'MAS2004'],
  ['a member twice', 'export enum E { a, b, «a» }', 'MAS2204'],
  ['a name twice, of any kind', 'export enum E { a } export type «E» = int', 'MAS2201'],
  ['each later name is reported', 'export type E = int export type «E» = int export agent «E»() -> int', 'MAS2201', 'MAS2201'],
  ['a type called string', 'export type «string» = int', 'MAS2210'],
  ['a tool called like a builtin', 'export tool «len»(x: string) -> int from "host:len"', 'MAS2209'],
  ['a type called like a builtin', 'export type text = string'],
  ['built-in tools', 'export tool p(code: string) -> string from "std:python"'],
  ['a built-in tool that is not there', 'export tool p(code: string) -> string from «"std:pyton"»', 'MAS3404'],
  ['a tool of a server', 'export tool s(q: string) -> string from "mcp:web#search/v2"'],
  ['a server without a tool', 'export tool s(q: string) -> string from «"mcp:web"»', 'MAS3404'],
  ['a function of the host', 'export tool ask(q: string) -> string from "host:ask.human"'],
  ['a host without a function', 'export tool ask(q: string) -> string from «"host:"»', 'MAS3404'],
  ['a file', 'export tool ask(q: string) -> string from «"./tool.py"»', 'MAS3404'],
  ['an agent for a tool', 'export tool t(«a: agent(int) -> int») -> int from "host:t"', 'MAS3405'],
  ['a static number for a tool', 'export tool t(«static n: int») -> int from "host:t"', 'MAS3405'],
  ['an agent that a tool returns', 'export tool t() -> «agent(int) -> int» from "host:t"', 'MAS3011'],
  [
    'words of other languages',
    'export agent A(a: «float», b: «List», c: «dict», d: «any») -> «boolean»',
    ...Array<string>(5).fill('MAS2002'),
  ],
])
