import { readFileSync } from 'node:fs'
import { parse } from '../../grammar/index.ts'
import type { WorkflowDeclaration } from '../../grammar/index.ts'

/** A workflow of `std/patterns` and what its documentation says of it. */
export interface Pattern {
  readonly name: string
  readonly declaration: WorkflowDeclaration
  /** Its head as written, up to its body. */
  readonly signature: string
  readonly does: string
  readonly use: string
  /** Expressions of the language over the pattern's agents and static parameters. */
  readonly calls: string
  readonly depth: string
  readonly source: string
}

const library = new URL('../../compiler/library/patterns.mas', import.meta.url)

const labels = ['Use', 'Calls', 'Depth', 'Source'] as const

/** Every pattern of the library, in its order. Throws where the documentation of one leaves something out. */
export function libraryPatterns(): readonly Pattern[] {
  const text = readFileSync(library, 'utf8')
  const workflows = parse(text).file.declarations.filter((declaration) => declaration.kind === 'workflow')
  return workflows.map((declaration) => {
    const { does, labelled } = sectionsOf(declaration)
    const section = (label: (typeof labels)[number]) => {
      const found = labelled.get(label)
      if (found === undefined) throw new Error(`the documentation of ${declaration.name.text} has no "${label}:"`)
      return found
    }
    return {
      name: declaration.name.text,
      declaration,
      signature: text.slice(declaration.range.start, declaration.body.range.start).replace(/^export /, '').trim(),
      does,
      use: section('Use'),
      calls: section('Calls'),
      depth: section('Depth'),
      source: section('Source'),
    }
  })
}

/** What stands before the first label, and what stands behind each; a line without a label goes on with the one before. */
function sectionsOf(declaration: WorkflowDeclaration): { readonly does: string; readonly labelled: ReadonlyMap<string, string> } {
  const labelled = new Map<string, string>()
  const does: string[] = []
  let current: string | null = null
  for (const line of (declaration.documentation ?? '').split('\n')) {
    const label: string | undefined = labels.find((candidate) => line.startsWith(`${candidate}: `))
    if (label !== undefined) labelled.set(label, line.slice(label.length + 2))
    else if (current === null) does.push(line)
    else labelled.set(current, `${labelled.get(current) ?? ''} ${line}`.trim())
    current = label ?? current
  }
  return { does: does.join(' ').trim(), labelled }
}
