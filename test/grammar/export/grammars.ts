import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createFileReader, createMemoryReader, legalNamesOf } from '../../../compiler/index.ts'
import type { NamedFile } from '../../../compiler/index.ts'
import type { LegalNames } from '../../../grammar/index.ts'

const root = new URL('../../../', import.meta.url)

const textsIn = (folder: string): readonly (readonly [path: string, source: string])[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.mas'))
    .map((name) => [`${folder}${name}`, readFileSync(new URL(`${folder}${name}`, root), 'utf8')])

/** Every script that ships, by path. */
export const scripts = textsIn('examples/')
export const libraryScripts = textsIn('compiler/library/')

/** What a workflow behind the declarations of a script may name. */
export const namesOf = (source: string): LegalNames =>
  namesIn(legalNamesOf('script.mas', createMemoryReader(new Map([['script.mas', source]]))))

/** The same for a script of the project. */
export const namesOfFile = (path: string): LegalNames =>
  namesIn(legalNamesOf(fileURLToPath(new URL(path, root)), createFileReader()))

function namesIn({ compiled, names }: NamedFile): LegalNames {
  if (names === null) throw new Error(JSON.stringify(compiled.diagnostics))
  return names
}

/** A script with a bit of everything that can be declared. */
export const declarations = `import { debate } from "std/patterns"
enum Verdict { correct, wrong }
type Review = { verdict: Verdict, feedback: string? }
tool lookup(key: string) -> string from "host:lookup" pure
agent Solver(problem: string, feedback: string?) -> string
agent Critic(problem: string, draft: string) -> Review
workflow twice(problem: string) -> string { return Solver(Solver(problem)) }
workflow pick(problem: string, static n: int, use: agent(string) -> string) -> string {
  drafts = sample n of use(problem)
  return drafts[0]
}
`

const head = 'main(problem: string) -> string'

export const fixedNames = namesOf(`${declarations}workflow ${head} { }\n`)

/** The workflow alone, as the grammar with fixed names derives it. */
export const workflowWith = (statements: string): string => `workflow ${head} {\n${statements}\n}`
