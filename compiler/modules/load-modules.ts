import { parse } from '../../grammar/parser/index.ts'
import type { Declaration, ImportDeclaration, ParseResult, Range, SourceFile } from '../../grammar/index.ts'
import { importsMessages } from '../diagnostics/imports-messages.ts'
import { createReporter } from '../diagnostics/reporter.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import { damagedSignatures } from './damaged-signatures.ts'
import type { ModuleReader, ModuleSource, ReadResult } from './module-reader.ts'
import { parseOnce } from './parse-once.ts'
import { reportSyntax } from './report-syntax.ts'

/** A parsed file and what its imports lead to. */
export interface LoadedModule {
  readonly path: string
  readonly source: string
  readonly file: SourceFile
  /** Names that a syntax error left without a readable declaration: they are not reported as unknown. */
  readonly skippedNames: ReadonlySet<string>
  /** Declarations that nobody can say how to use: what they mean is not reported as wrong. */
  readonly damagedSignatures: ReadonlySet<Declaration>
  /** The path each import leads to; `null` where that was reported. */
  readonly imports: ReadonlyMap<ImportDeclaration, string | null>
  readonly reporter: Reporter
}

export interface LoadedModules {
  /** By path; every file after the files that it imports. */
  readonly modules: ReadonlyMap<string, LoadedModule>
  /** `null` where the entry file could not be read. */
  readonly entry: LoadedModule | null
  /** Reports about the entry file; where it could not be read, that. */
  readonly entryReporter: Reporter
}

/** Reads and parses the entry file and everything it imports, each file once. */
export function loadModules(entryPath: string, reader: ModuleReader): LoadedModules {
  const modules = new Map<string, LoadedModule>()
  const open: string[] = []

  const load = ({ path, text }: ModuleSource, parsed: ParseResult): LoadedModule => {
    const reporter = createReporter(path)
    for (const problem of parsed.problems) reportSyntax(problem, { source: text, file: parsed.file, report: reporter.report })
    open.push(path)
    const imports = new Map(parsed.file.imports.map((declaration) => [declaration, follow(declaration, path, reporter)]))
    open.pop()
    const { file, skippedNames } = parsed
    const damaged = damagedSignatures(text, parsed)
    const module: LoadedModule = { path, source: text, file, skippedNames, damagedSignatures: damaged, imports, reporter }
    modules.set(path, module)
    return module
  }

  const follow = (declaration: ImportDeclaration, from: string, reporter: Reporter): string | null => {
    const { value, range } = declaration.from
    // The parser found no text here, and has said so.
    if (range.start === range.end) return null
    const result = reader.read(value, from)
    if (result.kind !== 'found') {
      reportUnread(reporter, result, range)
      return null
    }
    const { path } = result.source
    if (open.includes(path)) {
      reporter.report(importsMessages.importCycle, { chain: [...open.slice(open.indexOf(path)), path] }, range)
      return null
    }
    if (!modules.has(path)) load(result.source, parseOnce(result.source))
    return path
  }

  const result = reader.read(entryPath, null)
  if (result.kind === 'found') {
    const entry = load(result.source, parse(result.source.text))
    return { modules, entry, entryReporter: entry.reporter }
  }
  const entryReporter = createReporter(entryPath)
  reportUnread(entryReporter, result, { start: 0, end: 0 })
  return { modules, entry: null, entryReporter }
}

function reportUnread(reporter: Reporter, result: Exclude<ReadResult, { kind: 'found' }>, range: Range): void {
  const parameters = { message: result.message, hint: result.hint ?? null }
  switch (result.kind) {
    case 'missing':
      reporter.report(importsMessages.fileMissing, parameters, range)
      return
    case 'unreadable':
      reporter.report(importsMessages.fileUnreadable, parameters, range)
      return
    case 'outside':
      reporter.report(importsMessages.fileOutside, parameters, range)
  }
}
