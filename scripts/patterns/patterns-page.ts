import { readFileSync } from 'node:fs'
import { libraryPatterns } from './library-patterns.ts'
import type { Pattern } from './library-patterns.ts'

const examples = new URL('../../examples/patterns/', import.meta.url)

/** The page `docs/patterns.md`: every pattern of the library with its example. */
export function patternsPage(): string {
  const patterns = libraryPatterns()
  return [
    '# Patterns',
    '',
    '`std/patterns` has the known ways for agents to work together, written in the language: workflows that take agents. An agent',
    'fits where its parameters and its result do, and so does a workflow. The scripts below stand in',
    '[`examples/patterns/`](../examples/patterns). This page is made from the library by `npm run docs:patterns`.',
    '',
    'In a cost, the name of an agent stands for what one call of that agent costs at most: its requests under *calls*, the requests',
    'that depend on each other under *depth*. An agent without tools and with a `string` as its result makes one request; one with',
    'another result makes up to two, because a reply that does not fit is sent back once ([bounds](language.md#bounds-and-budgets)).',
    '`mas check --bounds` works the numbers out.',
    '',
    '| pattern | does | calls | depth |',
    '|---|---|---|---|',
    ...patterns.map(({ name, does, calls, depth }) => `| [\`${name}\`](#${name}) | ${firstSentence(does)} | \`${calls}\` | \`${depth}\` |`),
    '',
    'What the library leaves out, and why, is in [a decision](decisions/2026-11-25-patterns.md).',
    '',
    ...patterns.flatMap(section),
  ].join('\n')
}

function section(pattern: Pattern): readonly string[] {
  const { name, does, use, calls, depth, source, signature } = pattern
  return [
    `## ${name}`,
    '',
    does,
    '',
    `- **Use it** ${use}`,
    `- **Calls** \`${calls}\`, **depth** \`${depth}\``,
    `- **Source** ${linked(source)}`,
    '',
    '```',
    signature,
    '```',
    '',
    '```mas',
    readFileSync(new URL(`${name}.mas`, examples), 'utf8').trimEnd(),
    '```',
    '',
  ]
}

const firstSentence = (text: string): string => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text

const linked = (source: string): string =>
  source
    .replace(/arXiv:(\d{4}\.\d{5})/, '[arXiv:$1](https://arxiv.org/abs/$1)')
    .replace(/(?<!\()https:\/\/www\S+/, '[$&]($&)')
