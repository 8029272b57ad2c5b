import type { Expression, Range } from '../../grammar/index.ts'
import { agentsOf, statementsOf } from './ground.ts'
import type { Ground } from './ground.ts'
import { inserted, replaced } from './mistake.ts'
import type { Mistake } from './mistake.ts'

/** One-line texts that stand in no other text, with what is written between their quotes. */
function lineTexts({ text, expressions }: Ground): readonly { readonly range: Range; readonly written: string }[] {
  const texts = expressions.filter((one) => one.kind === 'text')
  const isInText = ({ range }: Expression): boolean =>
    texts.some((other) => other.range.start < range.start && range.end < other.range.end)
  return texts.flatMap((one) => {
    const { range, form } = one
    return form === 'line' && !isInText(one) ? [{ range, written: text.slice(range.start + 1, range.end - 1) }] : []
  })
}

/** Words, signs and quotes that other languages have in the same place. */
export const changedWords: readonly Mistake[] = [
  {
    name: 'single quotes',
    code: 'MAS1303',
    sites: (ground) =>
      lineTexts(ground)
        .filter(({ written }) => /^[^"\\{\n]*$/.test(written))
        .map(({ range, written }) => replaced(range, `«'${written}'»`)),
  },
  {
    name: 'let',
    code: 'MAS1307',
    sites: (ground) =>
      statementsOf(ground).flatMap(({ kind, range }) => (kind === 'binding' ? [inserted(range.start, '«let» ')] : [])),
  },
  {
    name: 'a colon behind a setting',
    code: 'MAS1313',
    sites: (ground) => agentsOf(ground).flatMap(({ settings }) => settings.map(({ key }) => inserted(key.range.end, '«:»'))),
  },
  {
    name: 'another arrow',
    code: 'MAS1322',
    sites: ({ text, workflow }) => {
      const start = text.lastIndexOf('->', workflow.result.range.start)
      return [replaced({ start, end: start + 2 }, '«=>»')]
    },
  },
  {
    name: 'a backslash of LaTeX',
    code: 'MAS1006',
    sites: (ground) => lineTexts(ground).map(({ range }) => inserted(range.start + 1, '«\\b»oxed ')),
  },
]
