import { formatScript } from '../../compiler/format/index.ts'
import { parse } from '../../grammar/index.ts'
import { statementsOf } from './statements-of.ts'

/** Changes a script somewhere; `null` where there is no place for it. `pick(n)` gives a whole number from 0 to below n. */
type Edit = (script: string, pick: (below: number) => number) => string | null

export interface EditElsewhere {
  readonly what: string
  readonly edit: Edit
  /** What the names of all other nodes have in common before and after; the name itself where nothing is given. */
  readonly kept?: (instance: string) => string
}

const put = (script: string, at: number, text: string): string => script.slice(0, at) + text + script.slice(at)

const putBeforeStatement = (text: string): Edit => (script, pick) => {
  const places = statementsOf(script)
  const place = places[pick(places.length)]
  return place === undefined ? null : put(script, place.start, `${text} `)
}

/** Behind everything: an import may not stand after a declaration. */
const append = (text: string): ((script: string) => string) => (script) => `${script}\n${text}\n`

const replaceOne = (pattern: RegExp, by: (found: string) => string): Edit => (script, pick) => {
  const found = [...script.matchAll(pattern)]
  const one = found[pick(found.length)]
  return one === undefined ? null : script.slice(0, one.index) + by(one[0]) + script.slice(one.index + one[0].length)
}

/** The nodes of a workflow without those that an edit put in: what is called `unrelated`, and an `if` around it. */
export function withoutPutIn(instances: readonly string[]): readonly string[] {
  const regions = new Set(instances.flatMap((instance) => /^\w+ (.*)\/then\/unrelated_branch$/.exec(instance)?.[1] ?? []))
  return instances.filter((instance) => !/\/unrelated(_branch)?$/.test(instance) && !regions.has(instance.replace(/^if /, '')))
}

const unrelatedAgent = append('agent Unrelated(x: string) -> string')

/** What should leave the names of all nodes that it does not touch as they are. */
export const editsElsewhere: readonly EditElsewhere[] = [
  {
    what: 'the one layout',
    edit: (script) => {
      const result = formatScript('a.mas', script)
      return result.kind === 'errors' ? null : result.text
    },
  },
  { what: 'a comment before a statement', edit: putBeforeStatement('/* why */ // and why\n') },
  { what: 'a value bound before a statement', edit: putBeforeStatement('unrelated = trim("a")') },
  {
    what: 'a call before a statement',
    edit: (script, pick) => {
      const changed = putBeforeStatement('unrelated = Unrelated("a")')(script, pick)
      return changed === null ? null : unrelatedAgent(changed)
    },
  },
  {
    what: 'an `if` before a statement, which renumbers later ones beside it',
    edit: putBeforeStatement('if true { unrelated_branch = trim("a") }'),
    kept: (instance) => instance.replace(/\/if(#\d+)?(?=\/|$)/g, '/if'),
  },
  { what: 'a declaration behind the others', edit: append('workflow unrelated_one(x: string) -> string { return x }') },
  {
    what: 'a declaration moved behind the others',
    edit: (script, pick) => {
      const { declarations } = parse(script).file
      const range = declarations[pick(declarations.length)]?.range
      if (range === undefined) return null
      return `${script.slice(0, range.start)}${script.slice(range.end)}\n${script.slice(range.start, range.end)}\n`
    },
  },
  {
    what: 'a larger number',
    edit: replaceOne(/(?<=\b(?:max|sample|max_turns|repairs|max_tokens) )\d+/g, (count) => `${Number(count) + 1}`),
  },
  { what: 'another role', edit: replaceOne(/(?<=\brole ")[^"{]*(?=")/g, (role) => `${role} Be brief.`) },
]
