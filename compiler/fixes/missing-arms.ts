import type { MatchArm, MatchStatement } from '../../grammar/index.ts'
import { boundNames } from '../check/flow/bound-names.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import { insertion } from './edits.ts'

/**
 * Arms that do nothing for the members that a `match` leaves out. Only where doing nothing is an answer: not where the arms
 * return, and not where each binds a name that is new, which an empty arm would leave without a value.
 */
export function missingArms(
  { arms, range }: MatchStatement,
  members: readonly string[],
  isBound: (name: string) => boolean,
  source: string,
): Fix | null {
  if (arms.some(returns) || bindsInEvery(arms, isBound)) return null
  const written = members.map((member) => `${member} => { }`)
  const brace = range.end - 1
  const title = `Add ${members.length === 1 ? 'an empty arm' : 'empty arms'} for ${members.map((name) => `\`${name}\``).join(', ')}`
  const [first] = arms
  const before = source.slice(source.lastIndexOf('\n', brace) + 1, brace)
  if (first === undefined || before.trim() !== '') {
    const space = /\s$/.test(source.slice(0, brace)) ? '' : ' '
    return { title, edits: [insertion(brace, `${space}${written.join(' ')} `)] }
  }
  const lineStart = brace - before.length
  const firstLine = source.slice(source.lastIndexOf('\n', first.range.start) + 1, first.range.start)
  const indentation = firstLine.trim() === '' ? firstLine : `${before}  `
  const newline = source[lineStart - 2] === '\r' ? '\r\n' : '\n'
  return { title, edits: [insertion(lineStart, written.map((arm) => `${indentation}${arm}${newline}`).join(''))] }
}

function returns({ body }: MatchArm): boolean {
  const last = body.statements.at(-1)
  if (last?.kind === 'if') return [last.then, last.otherwise].some((block) => block?.statements.at(-1)?.kind === 'return')
  if (last?.kind === 'match') return last.arms.some(returns)
  return last?.kind === 'return'
}

function bindsInEvery(arms: readonly MatchArm[], isBound: (name: string) => boolean): boolean {
  const [first, ...others] = arms.map((arm) => boundNames(arm.body.statements))
  return first !== undefined && [...first].some((name) => !isBound(name) && others.every((names) => names.has(name)))
}
