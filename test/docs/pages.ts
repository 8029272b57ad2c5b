import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Page {
  /** Relative to the project, such as `docs/guides/first-run.md`. */
  readonly path: string
  readonly text: string
}

export interface FencedBlock {
  readonly page: string
  /** Of its opening fence, from 1. */
  readonly line: number
  /** What stands behind the fence: `mas wrong MAS1307`. */
  readonly label: string
  readonly text: string
}

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Every page under docs/. */
export const pages: readonly Page[] = readdirSync(join(projectFolder, 'docs'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((path) => ({ path: relative(projectFolder, path), text: readFileSync(path, 'utf8') }))

export function pageAt(path: string): Page {
  const page = pages.find((candidate) => candidate.path === path)
  if (page === undefined) throw new Error(`there is no page ${path}`)
  return page
}

/** The fenced blocks of a page. */
export function blocksOf({ path, text }: Page): readonly FencedBlock[] {
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(({ 1: label = '', 2: content = '', index }) => ({
    page: path,
    line: text.slice(0, index).split('\n').length,
    label: label.trim(),
    text: content,
  }))
}

/** The text under a heading, up to the next heading of any level. */
export function sectionOf({ path, text }: Page, heading: string): string {
  const [, section] = text.split(`\n## ${heading}\n`)
  if (section === undefined) throw new Error(`${path} has no section ${heading}`)
  return section.split(/^#{1,6} /m)[0] ?? ''
}
