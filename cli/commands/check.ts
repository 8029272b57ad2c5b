import { optimise } from '../../compiler/index.ts'
import type { Bounds, CompiledFile, Diagnostic } from '../../compiler/index.ts'
import { compilePath } from '../compile-path.ts'
import { exitOfCompiling } from '../compiled-exit.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { checkJson } from '../json/check-json.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { countOf } from '../text/count-of.ts'
import { showDiagnostic } from '../text/show-diagnostic.ts'
import { showTable } from '../text/show-table.ts'
import { packageVersion } from '../version.ts'

export interface CheckOptions {
  readonly json?: boolean
  readonly sarif?: boolean
  readonly bounds?: boolean
  /** Bounds of optimised graphs beside those of the written ones. */
  readonly optimise?: boolean
  readonly fix?: boolean
}

/** Reports what is wrong with scripts and graph files; with `fix`, what is left after the repairs that are certain. */
export async function checkCommand(files: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const paths = [...new Set(files)]
  const written = options.fix === true ? await fixAll(paths, terminal) : true
  const compiled = await Promise.all(paths.map(compilePath))
  if (options.json === true) {
    terminal.out.write(`${JSON.stringify(checkJson(compiled, options.optimise === true), null, 2)}\n`)
  } else if (options.sarif === true) {
    const { checkSarif } = await import('../json/check-sarif.ts')
    terminal.out.write(`${JSON.stringify(checkSarif(compiled, packageVersion()), null, 2)}\n`)
  } else {
    writeText(compiled, options, terminal)
  }
  const exits = [...compiled.map(exitOfCompiling), ...(written ? [] : [EXIT.usage])]
  return exits.includes(EXIT.usage) ? EXIT.usage : exits.includes(EXIT.scriptErrors) ? EXIT.scriptErrors : EXIT.ok
}

/** Repairs the files and says what was done, on standard error; `false` where one could not be written. */
async function fixAll(paths: readonly string[], terminal: Terminal): Promise<boolean> {
  const { fixFiles } = await import('../fix/fix-files.ts')
  const files = fixFiles(paths)
  for (const { path, fixed, problem } of files) {
    for (const { code, message, fix } of fixed) {
      terminal.err.write(`${printable(path)}: fixed ${code}: ${printable(message)} ${printable(fix.title)}.\n`)
    }
    if (problem !== null) complain(terminal, `${problem}.`)
  }
  return files.every(({ problem }) => problem === null)
}

function writeText(files: readonly CompiledFile[], options: CheckOptions, { out }: Terminal): void {
  const told = new Set<string>()
  const distinct: Diagnostic[] = []
  for (const { diagnostics, sources } of files) {
    for (const diagnostic of diagnostics) {
      const key = JSON.stringify(diagnostic)
      if (told.has(key)) continue
      told.add(key)
      distinct.push(diagnostic)
      out.write(`${showDiagnostic(diagnostic, (file) => sources.get(file) ?? null, out)}\n`)
    }
  }
  if (options.bounds === true) out.write(boundsTable(files, options.optimise === true))
  const errors = distinct.filter((diagnostic) => diagnostic.severity === 'error').length
  const warnings = distinct.length - errors
  const found =
    distinct.length === 0
      ? 'no problems'
      : [errors, warnings]
          .flatMap((count, index) => (count === 0 ? [] : [countOf(count, index === 0 ? 'error' : 'warning')]))
          .join(', ')
  const fixable = distinct.filter(({ fix, file }) => fix !== undefined && files.some(({ path }) => path === file)).length
  const advice = fixable === 0 ? '' : ` (\`mas check --fix\` may repair ${fixable})`
  out.write(`${countOf(files.length, 'file')}: ${found}${advice}\n`)
}

/** Upper bounds of every workflow; a workflow with static, agent or type parameters has bounds only where it is used. */
function boundsTable(files: readonly CompiledFile[], isOptimised: boolean): string {
  const number = (value: number): string => value.toLocaleString('en-US')
  const row = (label: string, { calls, tool_calls: toolCalls, tokens, depth }: Bounds): readonly string[] =>
    [label, ...[calls, toolCalls, tokens, depth].map(number)]
  const rows = files.flatMap(({ path, workflows }) =>
    workflows.flatMap(({ name, compiled }) => {
      const label = files.length === 1 ? name : `${path} ${name}`
      switch (compiled.kind) {
        case 'graph': {
          const written = row(label, compiled.graph.bounds)
          return isOptimised ? [written, row(`${label}, optimised`, optimise(compiled.graph).graph.bounds)] : [written]
        }
        case 'generic':
          return [[label, 'by use']]
        case 'broken':
          return [[label, 'has errors']]
      }
    }),
  )
  return rows.length === 0 ? '' : `${showTable([['workflow', 'calls', 'tool calls', 'tokens', 'depth'], ...rows])}\n`
}
