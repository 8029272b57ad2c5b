import { diagnosticPages, pageMarkdown } from '../compiler/explanations/index.ts'

const opening = `# Diagnostics

Every code that the compiler can report, with a wrong script or graph file, what is said about it, and the same put right.
\`mas explain CODE\` shows it in a terminal. Codes are stable and never reused. How they are found and shown is in
[the language](language.md#diagnostics).

This page is written by \`npm run docs:diagnostics\`.
`

/** The text of docs/diagnostics.md. */
export const diagnosticsPage = (): string => [opening, ...diagnosticPages.map(pageMarkdown)].join('\n')
