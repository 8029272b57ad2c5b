import { allExpressions, allStatements } from '../../compiler/fixes/find-nodes.ts'
import { expressionsIn } from '../../compiler/check/walk/walk.ts'
import { parse } from '../../grammar/index.ts'
import type { AgentDeclaration, CallExpression, Expression, Range, SourceFile, WorkflowDeclaration } from '../../grammar/index.ts'

/** A right script, read, in which a mistake is to be planted. */
export interface Ground {
  readonly text: string
  readonly file: SourceFile
  readonly main: WorkflowDeclaration
}

/** A change of the script that is one mistake. */
export interface Site {
  readonly range: Range
  readonly text: string
  /** Where the finding begins in the changed script. */
  readonly at: number
}

export interface Mistake {
  readonly name: string
  readonly code: string
  /** Whether `mas check --fix` gives the script back as it was (`exactly`), repairs it (`surely`), or only where it can. */
  readonly fixed: 'exactly' | 'surely' | 'perhaps' | 'never'
  readonly sites: (ground: Ground) => readonly Site[]
}

export function groundOf(text: string): Ground {
  const { file } = parse(text)
  const main = file.declarations.find((declaration) => declaration.kind === 'workflow' && declaration.name.text === 'main')
  if (main?.kind !== 'workflow') throw new Error(`there is no main in ${text}`)
  return { text, file, main }
}

const inside = ({ range }: { readonly range: Range }, outer: Range): boolean => range.start >= outer.start && range.end <= outer.end

const replace = (range: Range, text: string, at = range.start): Site => ({ range, text, at })

const insert = (offset: number, text: string, at = offset): Site => ({ range: { start: offset, end: offset }, text, at })

/** The expressions of `main`. */
const expressionsOf = ({ file, main }: Ground): readonly Expression[] => {
  const all = [...allExpressions(file)].filter((expression) => inside(expression, main.range))
  return [...new Set(all)]
}

/** Those outside of comparisons with `none`: a mistake in one of these also takes a narrower type away. */
function calm(ground: Ground): readonly Expression[] {
  const all = expressionsOf(ground)
  const telling = all.filter(
    (one) => one.kind === 'binary' && ['==', '!='].includes(one.operator) && (one.left.kind === 'none' || one.right.kind === 'none'),
  )
  return all.filter((one) => !telling.some((other) => inside(one, other.range)))
}

function callsOfAgents(ground: Ground): readonly { readonly call: CallExpression; readonly agent: AgentDeclaration }[] {
  return calm(ground).flatMap((call) => {
    if (call.kind !== 'call' || call.callee.kind !== 'name_expression') return []
    const { name } = call.callee
    const agent = ground.file.declarations.find((declaration) => declaration.name.text === name)
    return agent?.kind === 'agent' ? [{ call, agent }] : []
  })
}

const parametersOf = ({ signature }: AgentDeclaration) => (signature.kind === 'signature' ? signature.parameters : [])

const callees = (ground: Ground): ReadonlySet<Expression> =>
  new Set(expressionsOf(ground).flatMap((one) => (one.kind === 'call' ? [one.callee] : [])))

const enums = ({ file }: Ground): ReadonlySet<string> =>
  new Set(file.declarations.flatMap(({ kind, name }) => (kind === 'enum' ? [name.text] : [])))

const members = (ground: Ground, ofEnum: boolean) =>
  calm(ground).flatMap((one) => {
    if (one.kind !== 'member') return []
    const isEnum = one.object.kind === 'name_expression' && enums(ground).has(one.object.name)
    return isEnum === ofEnum ? [one.field] : []
  })

const lastReturn = ({ main }: Ground) => {
  const last = main.body.statements.at(-1)
  return last?.kind === 'return' ? [last] : []
}

/** A first statement of `main`, with `«` where the finding begins. */
function statement({ main }: Ground, marked: string): Site {
  const offset = main.body.range.start + 1
  const before = '\n  '
  return insert(offset, before + marked.replace('«', ''), offset + before.length + marked.indexOf('«'))
}

const swapped = (name: string): string => `${name.slice(0, -2)}${name.at(-1) ?? ''}${name.at(-2) ?? ''}`

export const mistakes: readonly Mistake[] = [
  {
    name: 'a misspelt value',
    code: 'MAS2001',
    fixed: 'perhaps',
    sites: (ground) => {
      const called = callees(ground)
      return calm(ground).flatMap((one) =>
        one.kind === 'name_expression' && one.name.length > 3 && !called.has(one) && swapped(one.name) !== one.name
          ? [replace(one.range, swapped(one.name))]
          : [],
      )
    },
  },
  {
    name: 'a name of nothing',
    code: 'MAS2001',
    fixed: 'never',
    sites: (ground) => {
      const called = callees(ground)
      return calm(ground).flatMap((one) =>
        one.kind === 'name_expression' && !called.has(one) ? [replace(one.range, 'elephantine')] : [],
      )
    },
  },
  {
    name: 'a misspelt agent',
    code: 'MAS2003',
    fixed: 'surely',
    sites: (ground) => callsOfAgents(ground).map(({ call, agent }) => replace(call.callee.range, swapped(agent.name.text))),
  },
  {
    name: 'a dropped argument',
    code: 'MAS3102',
    fixed: 'never',
    sites: (ground) =>
      callsOfAgents(ground).flatMap(({ call, agent }) => {
        const given = call.arguments
        const last = given.at(-1)
        const parameter = parametersOf(agent)[given.length - 1]
        if (last === undefined || last.name !== null || parameter?.type.kind === 'optional_type') return []
        const start = given.at(-2)?.range.end ?? last.range.start
        return [replace({ start, end: last.range.end }, '', call.callee.range.start)]
      }),
  },
  {
    name: 'an argument too many',
    code: 'MAS3101',
    fixed: 'never',
    sites: (ground) =>
      callsOfAgents(ground).flatMap(({ call, agent }) => {
        const last = call.arguments.at(-1)
        const isFull = call.arguments.length === parametersOf(agent).length
        return last !== undefined && last.name === null && isFull ? [insert(last.range.end, ', 12', last.range.end + 2)] : []
      }),
  },
  {
    name: 'an argument of a wrong type',
    code: 'MAS3003',
    fixed: 'never',
    sites: (ground) => callsOfAgents(ground).flatMap(({ call }) => call.arguments.map(({ range }) => replace(range, 'true'))),
  },
  {
    name: 'a duplicate declaration',
    code: 'MAS2201',
    fixed: 'never',
    sites: ({ text, file }) =>
      file.declarations.map(({ name }) => insert(text.length, `\nenum ${name.text} { again }\n`, text.length + '\nenum '.length)),
  },
  {
    name: 'a member left out',
    code: 'MAS3307',
    fixed: 'surely',
    sites: (ground) => [statement(ground, 'match «Router(task) { sum => { } product => { } }')],
  },
  {
    name: 'an unknown field',
    code: 'MAS2006',
    fixed: 'perhaps',
    sites: (ground) => members(ground, false).map(({ range, text }) => replace(range, swapped(text))),
  },
  {
    name: 'an unknown member',
    code: 'MAS2007',
    fixed: 'perhaps',
    sites: (ground) => members(ground, true).map(({ range, text }) => replace(range, swapped(text))),
  },
  {
    name: 'a missing return',
    code: 'MAS3305',
    fixed: 'never',
    sites: (ground) =>
      lastReturn(ground).map(({ range }) => replace(range, '', ground.main.range.end - 1 - (range.end - range.start))),
  },
  {
    name: 'an unused value',
    code: 'MAS5001',
    fixed: 'never',
    sites: (ground) => [statement(ground, '«never_read = 1')],
  },
  {
    name: 'a call without a name',
    code: 'MAS1204',
    fixed: 'surely',
    sites: (ground) => [statement(ground, '«Writer(task, [task])')],
  },
  {
    name: 'let',
    code: 'MAS1307',
    fixed: 'exactly',
    sites: ({ file, main }) =>
      [...allStatements(file)].flatMap(({ kind, range }) => (kind === 'binding' && inside({ range }, main.range) ? [insert(range.start, 'let ')] : [])),
  },
  {
    name: '&& and ||',
    code: 'MAS1301',
    fixed: 'surely',
    sites: (ground) => [statement(ground, 'assert true «&& true')],
  },
  {
    name: 'not as !',
    code: 'MAS1301',
    fixed: 'surely',
    sites: (ground) => [statement(ground, 'assert «!false')],
  },
  {
    name: 'null',
    code: 'MAS2001',
    fixed: 'surely',
    sites: (ground) => [statement(ground, '_ = [hint, «null]')],
  },
  {
    name: 'True and False',
    code: 'MAS2001',
    fixed: 'surely',
    sites: (ground) => [statement(ground, 'assert «True')],
  },
  {
    name: 'single quotes',
    code: 'MAS1303',
    fixed: 'exactly',
    sites: ({ text, ...ground }) =>
      expressionsOf({ text, ...ground }).flatMap(({ kind, range }) => {
        const written = text.slice(range.start, range.end)
        const isPlain = kind === 'text' && /^"[^"\\{\n]*"$/.test(written) && !isInText(ground, text, range)
        return isPlain ? [replace(range, `'${written.slice(1, -1)}'`)] : []
      }),
  },
  {
    name: 'a type of another language',
    code: 'MAS2002',
    fixed: 'exactly',
    sites: ({ main }) =>
      main.parameters.flatMap(({ type }) => (type.kind === 'named_type' && type.name === 'string' ? [replace(type.range, 'str')] : [])),
  },
  {
    name: 'a colon behind a setting',
    code: 'MAS1313',
    fixed: 'exactly',
    sites: ({ file }) =>
      file.declarations.flatMap((declaration) =>
        declaration.kind === 'agent' ? declaration.settings.map(({ key }) => insert(key.range.end, ':')) : [],
      ),
  },
  {
    name: 'another arrow',
    code: 'MAS1322',
    fixed: 'exactly',
    sites: ({ text, main }) => [replace({ start: text.indexOf('->', main.range.start), end: text.indexOf('->', main.range.start) + 2 }, '=>')],
  },
  {
    name: 'a backslash of LaTeX',
    code: 'MAS1006',
    fixed: 'surely',
    sites: ({ text, ...ground }) =>
      expressionsOf({ text, ...ground }).flatMap(({ kind, range }) => {
        const isLine = kind === 'text' && text[range.start] === '"' && !text.startsWith('"""', range.start)
        return isLine && !isInText(ground, text, range) ? [insert(range.start + 1, '\\boxed ')] : []
      }),
  },
]

/** Whether a text stands inside an insertion of another one. */
function isInText(ground: Omit<Ground, 'text'>, text: string, range: Range): boolean {
  return expressionsOf({ text, ...ground }).some(
    (one) => one.kind === 'text' && one.range.start < range.start && range.end < one.range.end && [...expressionsIn(one)].length > 1,
  )
}
