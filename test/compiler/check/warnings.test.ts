import { asBody, checkRows } from './rows.ts'

checkRows(
  'unused results',
  [
    ['a result nobody reads', '«x» = Write(task)', 'MAS5001'],
    ['a discarded one', '_ = Write(task)'],
    ['one that a text reads', 'x = Write(task) task = "{{#if sure}}{{x}}{{/if}}"'],
    ['one that the next round reads', 'x = "" repeat max 3 { x = Write(x) } _ = x'],
    ['one that is merged and read', 'if sure { x = 1 } else { x = 2 } _ = x'],
    ['one that is read in one branch only', 'if sure { x = 1 _ = x } else { «x» = 2 }', 'MAS5001'],
    ['one in an each', '_ = each word in few { «x» = word yield word }', 'MAS5001'],
    ['one that only another loop of the name reads', 'for w in few { «x» = w } for w in few { x = w task = x }', 'MAS5001'],
    ['a parameter may go unused', '_ = 1'],
  ],
  asBody,
)

checkRows(
  'loops whose stop cannot change',
  [
    ['a name from outside', 'repeat max 3 { task = Write(task) stop when «sure» }', 'MAS5003'],
    ['no name', 'repeat max 3 { task = Write(task) stop when «1 > 2» }', 'MAS5003'],
    ['a carried name', 'repeat max 3 { task = Write(task) stop when task == "" }'],
    ['a name of the body', 'repeat max 3 { x = Write(task) stop when x == "" }'],
    ['the item of a for', 'for word in few { stop when word == "" task = word }'],
    ['the index of a for', 'for word, i in few { stop when i > 2 task = word }'],
    ['a call', 'repeat max 3 { stop when Judge(task, draft) == Verdict.correct }'],
    ['in a branch that changes', 'repeat max 3 { task = Write(task) if task == "" { stop when sure } }'],
    ['in a branch that does not', 'repeat max 3 { task = Write(task) if sure { stop when «count > 1» } }', 'MAS5003'],
    [
      'of the inner loop only',
      'repeat max 3 { task = Write(task) repeat max 2 { count = count + 1 stop when «task == ""» } }',
      'MAS5003',
    ],
    ['in a loop inside each', '_ = each w in few { x = w repeat max 2 { x = Write(x) stop when «sure» } yield x }', 'MAS5003'],
  ],
  asBody,
)

checkRows('prompts', [
  ['a parameter left out', 'export agent A(q: string, «hint»: string) -> string { prompt "{{q}}" }', 'MAS5004'],
  ['a parameter in the role', 'export agent A(q: string, hint: string) -> string { role "{{hint}}" prompt "{{q}}" }'],
  ['a parameter in a block', 'export agent A(q: string, hint: string?) -> string { prompt "{{q}}{{#if hint}}!{{/if}}" }'],
  ['no prompt', 'export agent A(q: string, hint: string) -> string { role "{{q}}" }'],
  ['the prompt of a copy', 'agent A(q: string, h: string) -> string export agent B = A { «prompt» "{{q}}" }', 'MAS5004'],
  ['the role of the original', 'agent A(q: string, h: string) -> string { role "{{h}}" } export agent B = A { prompt "{{q}}" }'],
])

checkRows('texts', [
  ['single braces', 'export agent A(q: string) -> string { prompt "{{q}} «{q}»" }', 'MAS5005'],
  ['a dollar', 'export agent A(q: string) -> string { prompt "{{q}} «${q}»" }', 'MAS5005'],
  ['in blocks', 'export agent A(q: string) -> string { prompt """\n  {{q}}\n  «{q}» and «${q}»\n""" }', 'MAS5005', 'MAS5005'],
  ['of an item', 'export agent A(qs: string[]) -> string { prompt "{{#each qs as q}}{{q}}«{q}»{{/each}}" }', 'MAS5005'],
  ['of a name without a value', 'export agent A(q: string) -> string { prompt "{{q}} {name}" }'],
  ['JSON', 'export agent A(q: string) -> string { prompt """{{q}} {"q": 1} { q }""" }'],
  ['LaTeX', 'export agent A(q: string) -> string { prompt """{{q}} \\boxed{q} \\frac{q}{q} x_{q} x^{q}""" }'],
  ['written braces', 'export agent A(q: string) -> string { prompt "{{q}} \\{{q}}" }'],
  ['a tab for a command', 'export agent A(q: string) -> string { prompt "{{q}} «\\times» 2" }', 'MAS5006'],
  ['a line break for a command', 'export agent A(q: string) -> string { prompt "{{q}} «\\neq» 2" }', 'MAS5006'],
  ['a tab', 'export agent A(q: string) -> string { prompt "{{q}}\\ttwo\\nnew" }'],
  ['an escaped backslash', 'export agent A(q: string) -> string { prompt "{{q}} \\\\times" }'],
  ['a block', 'export agent A(q: string) -> string { prompt """{{q}} \\times""" }'],
])

checkRows('samples at temperature 0', [
  [
    'an agent',
    'agent A(q: string) -> string { temperature 0 } workflow main(q: string) -> string[] { return sample 2 of «A»(q) }',
    'MAS5007',
  ],
  ['a copy', `
    agent A(q: string) -> string { temperature 0 }
    agent B = A { max_tokens 9 }
    workflow main(q: string) -> string[] { return sample 2 of («B»(q) otherwise "") }`, 'MAS5007'],
  ['a copy with a temperature', `
    agent A(q: string) -> string { temperature 0 }
    agent B = A { temperature 1 }
    workflow main(q: string) -> string[] { return sample 2 of B(q) }`],
  ['no temperature', 'agent A(q: string) -> string workflow main(q: string) -> string[] { return sample 2 of A(q) }'],
  ['arguments that differ', `
    agent A(q: string) -> string { temperature 0 }
    agent B(q: string) -> string
    workflow main(q: string) -> string[] { return sample 2 of A(B(q)) }`],
])

checkRows('unused declarations', [
  ['an agent', 'agent «A»() -> int', 'MAS5002'],
  ['an exported agent', 'export agent A() -> int'],
  ['an agent that is a tool', 'agent A() -> int export agent B() -> int { tools A }'],
  [
    'an agent that is passed',
    'agent A() -> int workflow f(a: agent() -> int) -> int { return a() } workflow main() -> int { return f(A) }',
  ],
  ['a type', 'type «T» = int', 'MAS5009'],
  ['an enum', 'enum «E» { a }', 'MAS5009'],
  ['an import', 'import { «python», calculator } from "std/tools" export agent A() -> int { tools calculator }', 'MAS5008'],
  ['nothing where there is an error', 'agent A() -> int export type T = «str»', 'MAS2002'],
])
