import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A script as people write them: an import, an enum and a record, three agents with a role, a prompt and settings, and a
 * workflow with a fan-out and a loop that ends early. 40 lines, about the mean of the examples that do more than show one thing.
 */
export const typicalScript = readFileSync(join(import.meta.dirname, 'typical.mas'), 'utf8')

const ownNames = /\b(Verdict|Review|Planner|Writer|Reviewer|main|sections|parts|report|better)\b/g

/** The same script with other names and texts: no two numbers give the same. */
export function distinctScript(number: number): string {
  return numbered(typicalScript, number)
}

/** The declarations of the typical script again and again under other names, up to the last whole copy in so many lines. */
export function largeScript(lines: number): string {
  const declarations = typicalScript.indexOf('\nenum ')
  const head = typicalScript.slice(0, declarations)
  const body = typicalScript.slice(declarations)
  const copies = Math.floor((lines - linesOf(head)) / linesOf(body))
  return [head, ...Array.from({ length: copies }, (_, copy) => numbered(body, copy))].join('')
}

/** Line breaks, the last one included. */
export const linesOf = (source: string): number => source.split('\n').length - 1

const numbered = (source: string, number: number): string => source.replaceAll(ownNames, `$1_${number}`)
