import { fileURLToPath } from 'node:url'
import { Node, Project } from 'ts-morph'
import type { JSDoc, SourceFile } from 'ts-morph'
import { plantableMistakes } from '../testing/index.ts'

const opening = `# Testing

What \`maslang/testing\` exports. How it is used: [property-test your tool](guides/property-test-your-tool.md). It needs
[fast-check](https://fast-check.dev) 4 beside it.

This page is written by \`npm run docs:testing\`.
`

/** What an export is, without what it does. */
function signatureOf(file: SourceFile, name: string): { readonly signature: string; readonly documentation: readonly JSDoc[] } {
  const called = file.getFunction(name)
  if (called !== undefined) {
    const body = called.getBody()?.getStart() ?? called.getEnd()
    return { signature: between(file, called.getStart(), body), documentation: called.getJsDocs() }
  }
  const described = file.getInterface(name)
  if (described !== undefined) return { signature: described.getText(), documentation: described.getJsDocs() }
  const variable = file.getVariableDeclarationOrThrow(name)
  const value = variable.getInitializerOrThrow()
  const end = Node.isArrowFunction(value) ? value.getEqualsGreaterThan().getStart() : variable.getTypeNodeOrThrow().getEnd()
  return {
    signature: between(file, variable.getVariableStatementOrThrow().getStart(), end),
    documentation: variable.getVariableStatementOrThrow().getJsDocs(),
  }
}

const between = (file: SourceFile, start: number, end: number): string => file.getFullText().slice(start, end).trim()

const fenced = (label: string, text: string): string => `\`\`\`${label}\n${text}\n\`\`\`\n`

function sectionOf(file: SourceFile, name: string): string {
  const { signature, documentation } = signatureOf(file, name)
  const tags = documentation.flatMap((comment) => comment.getTags())
  const textsOf = (tag: string): readonly string[] =>
    tags.filter((one) => one.getTagName() === tag).map((one) => one.getCommentText()?.trim() ?? '')
  return [
    `## ${name}\n`,
    ...documentation.map((comment) => `${comment.getDescription().trim()}\n`),
    fenced('typescript', signature.replace(/^export (?:const (\w+) = (?=\()|function\*? |)/, '$1')),
    ...textsOf('example').map((example) => `Such as:\n\n${fenced('typescript', example)}`),
    ...textsOf('throws').map((what) => `Throws a ${what.replace(/^RangeError/, '`RangeError`')}\n`),
  ].join('\n')
}

const mistakes = (): string =>
  [
    '## The mistakes that are planted\n',
    'Every code but those of other files (`MAS2102`, `MAS2104`, `MAS2106`), of graph files (`MAS6001` to `MAS6006`), and of declarations that nothing uses.\n',
    '| code | mistake |\n|---|---|',
    ...plantableMistakes.map(({ code, name }) => `| [\`${code}\`](diagnostics.md#${code.toLowerCase()}) | ${name} |`),
    '',
  ].join('\n')

/** The text of docs/testing.md. */
export function testingPage(): string {
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true })
  const folder = fileURLToPath(new URL('../testing/', import.meta.url))
  const exported = project.addSourceFileAtPath(`${folder}index.ts`).getExportDeclarations()
  const sections = exported.flatMap((declaration) => {
    const file = project.addSourceFileAtPath(`${folder}${declaration.getModuleSpecifierValue() ?? ''}`)
    return declaration.getNamedExports().map((one) => sectionOf(file, one.getName()))
  })
  return [opening, ...sections, mistakes()].join('\n')
}
