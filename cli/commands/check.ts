import { checkFile } from '../../compiler/index.ts'
import type { CompiledFile, Diagnostic } from '../../compiler/index.ts'
import { exitOfCompiling } from '../compiled-exit.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { checkJson } from '../json/check-json.ts'
import { checkSarif } from '../json/check-sarif.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { countOf } from '../text/count-of.ts'
import { showDiagnostic } from '../text/show-diagnostic.ts'
import { showTable } from '../text/show-table.ts'
import { packageVersion } from '../version.ts'

export interface CheckOptions {
  readonly json?: boolean
  readonly sarif?: boolean
  readonly bounds?: boolean
}

/** Reports what is wrong with scripts. */
export function checkCommand(files: readonly string[], options: CheckOptions, terminal: Terminal): ExitCode {
  const compiled = [...new Set(files)].map(checkFile)
  if (options.json === true) terminal.out.write(`${JSON.stringify(checkJson(compiled), null, 2)}\n`)
  else if (options.sarif === true) terminal.out.write(`${JSON.stringify(checkSarif(compiled, packageVersion()), null, 2)}\n`)
  else writeText(compiled, options.bounds === true, terminal)
  const exits = compiled.map(exitOfCompiling)
  return exits.includes(EXIT.usage) ? EXIT.usage : exits.includes(EXIT.scriptErrors) ? EXIT.scriptErrors : EXIT.ok
}

function writeText(files: readonly CompiledFile[], bounds: boolean, { out }: Terminal): void {
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
  if (bounds) out.write(boundsTable(files))
  const errors = distinct.filter((diagnostic) => diagnostic.severity === 'error').length
  const warnings = distinct.length - errors
  const found =
    distinct.length === 0
      ? 'no problems'
      : [errors, warnings]
          .flatMap((count, index) => (count === 0 ? [] : [countOf(count, index === 0 ? 'error' : 'warning')]))
          .join(', ')
  out.write(`${countOf(files.length, 'file')}: ${found}\n`)
}

/** Upper bounds of every workflow; a workflow with static, agent or type parameters has bounds only where it is used. */
function boundsTable(files: readonly CompiledFile[]): string {
  const number = (value: number): string => value.toLocaleString('en-US')
  const rows = files.flatMap(({ path, workflows }) =>
    workflows.map(({ name, compiled }) => {
      const label = files.length === 1 ? name : `${path} ${name}`
      switch (compiled.kind) {
        case 'graph': {
          const { calls, tool_calls: toolCalls, tokens, depth } = compiled.graph.bounds
          return [label, ...[calls, toolCalls, tokens, depth].map(number)]
        }
        case 'generic':
          return [label, 'by use']
        case 'broken':
          return [label, 'has errors']
      }
    }),
  )
  return rows.length === 0 ? '' : `${showTable([['workflow', 'calls', 'tool calls', 'tokens', 'depth'], ...rows])}\n`
}
