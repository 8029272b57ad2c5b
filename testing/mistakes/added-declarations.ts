import { inserted } from './mistake.ts'
import type { Mistake } from './mistake.ts'

const workflow = (body: string, head = 'planted(value: int) -> int'): string => `workflow ${head} {\n  ${body}\n}`
const matching = (arms: string): string =>
  `enum Planted { one, two }\n\n${workflow(`match value {\n    ${arms}\n  }`, 'planted(value: Planted) -> int')}`
const settings = (written: string): string => `agent Planted(value: string) -> string {\n  ${written}\n}`
const agent = 'agent Planted(value: string, more: string?) -> string'
const calling = (returned: string): string => `${agent}\n\n${workflow(`return ${returned}`, 'planted() -> string')}`
const using = (given: string): string =>
  `agent Planted(value: int) -> int\n\n${workflow('return use(value)', 'uses(use: agent(int) -> int, value: int) -> int')}\n\n` +
  workflow(`return uses(${given}, value)`)
const fields = (type: string): string => `{ ${[...'abcdefghij'].map((name) => `${name}: ${type}`).join(', ')} }`
const tenTimes = (call: string): string => `[${Array.from({ length: 10 }, () => call).join(', ')}]`

/** Declarations of their own behind any declaration; `«…»` stands around what is found. */
const anywhere: readonly (readonly [code: string, name: string, declarations: string])[] = [
  ['MAS1011', 'brackets in too many brackets', workflow(`return ${'('.repeat(63)}«(»1${')'.repeat(64)}`)],
  ['MAS1101', 'a misspelt setting', settings('«temprature» 1')],
  ['MAS1106', 'an insertion in the name of a model', settings('model «"{{value}}"»')],
  ['MAS1203', 'an early return', workflow('repeat max 2 { «return» 1 }\n  return value')],
  ['MAS1317', 'the name of the enum in an arm', matching('«Planted.one» => { return 1 }\n    two => { return 2 }')],
  ['MAS1318', '_ as an arm', matching('one => { return 1 }\n    «_» => { return 2 }')],
  ['MAS1319', 'an arm without braces', matching('one => «return» 1\n    two => { return 2 }')],
  ['MAS1320', 'a comma behind a setting', settings('temperature 1«,»\n  max_tokens 8')],
  ['MAS2004', 'an agent as a type', `${agent}\n\nagent PlantedToo(value: «Planted») -> string`],
  ['MAS2008', 'an agent as a value', calling('lower(«Planted»)')],
  ['MAS2009', 'a tool of nothing', settings('tools «elephantine»')],
  ['MAS2010', 'a workflow as a tool', `${workflow('return value')}\n\n${settings('tools «planted»')}`],
  ['MAS2011', 'a copy of nothing', 'agent Planted = «Elephantine» { temperature 1 }'],
  ['MAS2012', 'a copy of a type', 'type PlantedType = string\n\nagent Planted = «PlantedType» { temperature 1 }'],
  ['MAS2202', 'a second parameter of a name', 'agent Planted(value: string, «value»: string) -> string'],
  ['MAS2204', 'a second member of a name', 'enum Planted { one, «one» }'],
  ['MAS2205', 'a second type parameter of a name', workflow('return value', 'planted<T, «T»>(value: T) -> T')],
  ['MAS2206', 'a second setting of a name', settings('temperature 0\n  «temperature» 1')],
  ['MAS2207', 'a binding that hides a declaration', `${agent}\n\n${workflow('«Planted» = value\n  return Planted')}`],
  [
    'MAS2209',
    'an agent called like a builtin',
    workflow('return vote(value)', 'planted(«vote»: agent(int) -> int, value: int) -> int'),
  ],
  ['MAS2210', 'a type called like one of the language', 'type «bool» = { value: int }'],
  ['MAS2211', 'a tool named twice', `tool planted() -> int from "host:planted"\n\n${settings('tools planted, «planted»')}`],
  ['MAS3008', 'a type that contains itself', 'type «Planted» = { value: Planted[] }'],
  ['MAS3011', 'an agent type in a record', workflow('return 1', 'planted(value: { judge: «agent(int) -> int» }) -> int')],
  [
    'MAS3012',
    'a type of too many parts',
    `type Planted = ${fields('int')}\ntype PlantedToo = ${fields('Planted')}\ntype PlantedAgain = «${fields('PlantedToo')}»`,
  ],
  ['MAS3104', 'an argument given twice', calling('Planted("a", «value»: "b")')],
  ['MAS3105', 'an argument without a name behind one with a name', calling('Planted(value: "a", «"b"»)')],
  ['MAS3110', 'a value where an agent is due', using('«1»')],
  ['MAS3111', 'an agent of another signature', `agent PlantedToo(value: bool) -> int\n\n${using('«PlantedToo»')}`],
  [
    'MAS3112',
    'a generic workflow as an agent',
    `${workflow('return other(value)', 'generic(other: agent(int) -> int, value: int) -> int')}\n\n${using('«generic»')}`,
  ],
  [
    'MAS3113',
    'a type parameter that nothing settles',
    `${workflow('return flatten(value)', 'generic<T>(value: T[][]) -> T[]')}\n\n` +
      workflow('return «generic»([])', 'planted() -> int[]'),
  ],
  ['MAS3114', 'a call in a text', calling('"{{«Planted»("a")}}"')],
  ['MAS3304', 'a binding of a static parameter', workflow('«value» = 3\n  return value', 'planted(static value: int) -> int')],
  [
    'MAS3307',
    'a member without an arm',
    `enum Planted { one, two }\n\n${workflow('match «value» { one => { } }\n  return 1', 'planted(value: Planted) -> int')}`,
  ],
  ['MAS3308', 'a second arm of a member', matching('one => { return 1 }\n    two => { return 2 }\n    «one» => { return 3 }')],
  ['MAS3401', 'a setting out of its range', settings('temperature «7»')],
  ['MAS3402', 'turns without tools', settings('«max_turns 6»')],
  ['MAS3403', 'an agent that is a copy of itself', 'agent «Planted» = PlantedToo { repairs 1 }\n\nagent PlantedToo = Planted { repairs 2 }'],
  ['MAS3404', 'a tool from an address', 'tool planted() -> int from «"https://example.org"»'],
  ['MAS3405', 'an agent as the parameter of an agent', 'agent Planted(«use: agent(int) -> int», value: int) -> int'],
  ['MAS3406', 'a model of a vendor', settings('model «"vendor/large model"»')],
  ['MAS3501', 'a static parameter that is no int', workflow('return value', 'planted(static value: «number») -> number')],
  ['MAS3502', 'a type parameter that no parameter mentions', workflow('return []', 'planted<«T»>() -> T[]')],
  ['MAS4001', 'a workflow that calls itself', workflow('return «planted(value)»')],
  [
    'MAS4002',
    'agents that are tools of each other',
    'agent Planted(value: int) -> int {\n  tools PlantedToo\n}\n\nagent PlantedToo(value: int) -> int {\n  «tools Planted»\n}',
  ],
  [
    'MAS4003',
    'a program of too many nodes',
    `${agent}\n\n` +
      ['Planted("a")', 'once()', 'twice()']
        .map((call, turn) => workflow(`return join(${tenTimes(call)}, "")`, `${['once', 'twice', 'thrice'][turn] ?? ''}() -> string`))
        .join('\n\n') +
      `\n\n${workflow(`return join(${tenTimes('thrice()')}, "")`, '«planted»() -> string')}`,
  ],
  [
    'MAS4004',
    'a budget below the bound',
    `${agent}\n\n${workflow('return Planted(Planted("a"))', 'planted() -> string budget { «calls 1» }')}`,
  ],
  [
    'MAS4005',
    'a bound too large to be counted',
    `${agent}\n\n` +
      workflow(
        'draft = "a"\n  repeat max 100000000 {\n    repeat max 100000000 { draft = Planted(draft) }\n  }\n  return draft',
        '«planted»() -> string',
      ),
  ],
  ['MAS5004', 'a parameter that the prompt leaves out', 'agent Planted(value: string, «more»: string) -> string { prompt "{{value}}" }'],
  [
    'MAS5007',
    'samples of an agent at temperature 0',
    `${settings('temperature 0')}\n\n${workflow('return vote(sample 5 of «Planted»("a"))', 'planted() -> string')}`,
  ],
]

/** The same behind all else: what swallows the rest of the file, or stands in a wrong place. */
const last: typeof anywhere = [
  ['MAS1004', 'a text of several lines without its end', settings('prompt «"""»{{value}}')],
  ['MAS1005', 'a comment without its end', '«/*» a comment'],
  ['MAS1103', 'an import behind a declaration', '«import» { self_consistency } from "std/patterns"'],
]

/** The same before all else. */
const first: typeof anywhere = [
  ['MAS2101', 'an import from a file that does not exist', 'import { planted } from «"./planted.mas"»'],
  ['MAS2103', 'an import from a file of the machine', 'import { planted } from «"/planted.mas"»'],
  ['MAS2105', 'an import of something that is not there', 'import { «elephantine» } from "std/patterns"'],
]

/** Declarations and imports that are added. */
export const addedDeclarations: readonly Mistake[] = [
  ...first.map(([code, name, text]): Mistake => ({ name, code, sites: () => [inserted(0, `${text}\n\n`)] })),
  ...anywhere.map(([code, name, text]): Mistake => ({
    name,
    code,
    sites: ({ file }) => file.declarations.map(({ range }) => inserted(range.end, `\n\n${text}`)),
  })),
  ...last.map(([code, name, written]): Mistake => ({
    name,
    code,
    sites: ({ text }) => [inserted(text.length, `\n${written}\n`)],
  })),
]
