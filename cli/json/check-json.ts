import { optimise } from '../../compiler/index.ts'
import type { Bounds, CompiledFile, Diagnostic, Fix } from '../../compiler/index.ts'
import { SourceLines } from '../text/source-lines.ts'
import type { Position } from '../text/source-lines.ts'

/** What `mas check --json` prints, version 1. Lines and columns from 1, offsets from 0, in UTF-16 units. */
export interface CheckJson {
  readonly version: 1
  readonly diagnostics: readonly DiagnosticJson[]
  readonly workflows: readonly WorkflowJson[]
}

export interface WorkflowJson {
  readonly file: string
  readonly name: string
  readonly bounds: Bounds | null
  /** Where it was asked for. */
  readonly optimised_bounds?: Bounds | null
}

export interface PlaceJson {
  readonly message: string
  readonly file: string
  readonly range: { readonly start: Position; readonly end: Position }
}

export interface DiagnosticJson extends PlaceJson {
  readonly code: string
  readonly severity: string
  readonly hint?: string
  readonly related?: readonly PlaceJson[]
  /** The one obvious repair, of the diagnostic's own file. */
  readonly fix?: { readonly title: string; readonly edits: readonly EditJson[] }
}

/** The text that stands in the place of a range. */
export interface EditJson {
  readonly range: PlaceJson['range']
  readonly text: string
}

/** One value for all files; a diagnostic of a file that several import is told once. */
export function checkJson(files: readonly CompiledFile[], isOptimised: boolean): CheckJson {
  const diagnostics = files.flatMap((compiled) => diagnosticsJson(compiled))
  const distinct = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]))
  return {
    version: 1,
    diagnostics: [...distinct.values()],
    workflows: files.flatMap(({ path, workflows }) =>
      workflows.map(({ name, compiled }) => ({
        file: path,
        name,
        bounds: compiled.kind === 'graph' ? compiled.graph.bounds : null,
        ...(isOptimised ? { optimised_bounds: compiled.kind === 'graph' ? optimise(compiled.graph).graph.bounds : null } : {}),
      })),
    ),
  }
}

function diagnosticsJson({ diagnostics, sources }: CompiledFile): readonly DiagnosticJson[] {
  const linesOf = new Map<string, SourceLines>()
  const place = (file: string, range: Diagnostic['range'], message: string): PlaceJson => {
    const lines = linesOf.get(file) ?? new SourceLines(sources.get(file) ?? '')
    linesOf.set(file, lines)
    return { message, file, range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) } }
  }
  const editsOf = (file: string, { edits }: Fix): readonly EditJson[] =>
    edits.map(({ range, text }) => ({ range: place(file, range, '').range, text }))
  return diagnostics.map(({ code, severity, message, file, range, hint, related, fix }) => ({
    code,
    severity,
    ...place(file, range, message),
    ...(hint === undefined ? {} : { hint }),
    ...(related === undefined ? {} : { related: related.map((other) => place(other.file, other.range, other.message)) }),
    ...(fix === undefined ? {} : { fix: { title: fix.title, edits: editsOf(file, fix) } }),
  }))
}
