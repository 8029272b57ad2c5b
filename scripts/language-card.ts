const opening = '<!-- card -->\n'
const closing = '<!-- end of card -->'

/** The parts of the reference that stand between card marks, in order. Links lose their targets. */
export function languageCard(reference: string): string {
  const parts = reference
    .split(opening)
    .slice(1)
    .map((part) => part.slice(0, part.indexOf(closing)).trim())
    .map((part) => part.replaceAll(/\[([^\]]+)\]\((?:#|[a-z-]+\.md)[^)]*\)/g, '$1'))
  return `${parts.join('\n\n')}\n`
}

/** The module that holds the card. */
export const languageCardModule = (reference: string): string =>
  [
    '// Generated from docs/language.md by `npm run docs:card`.',
    '',
    '/** What a model has to know of the language to write it, its grammar aside. */',
    'export const languageCard = [',
    ...languageCard(reference)
      .trimEnd()
      .split('\n')
      .map((line) => `  ${quoted(line)},`),
    "].join('\\n')",
    '',
  ].join('\n')

const quoted = (line: string): string => `'${line.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
