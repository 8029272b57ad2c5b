import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'

/** What the strict TypeScript checker finds in the texts of modules, as a consumer of the package would see it. */
export function typeProblems(modules: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mas-types-'))
  try {
    const paths = modules.map((text, position) => {
      const path = join(folder, `module${position}.ts`)
      writeFileSync(path, text)
      return path
    })
    const program = ts.createProgram(paths, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowImportingTsExtensions: true,
      types: ['node'],
      typeRoots: [resolve('node_modules/@types')],
      paths: { 'maslang/runtime': [resolve('runtime/index.ts')] },
    })
    return paths.flatMap((path, position) => {
      const source = program.getSourceFile(path)
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      return found.map(({ messageText, start = 0 }) => {
        const line = modules[position]?.slice(0, start).split('\n').length ?? 0
        return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${modules[position]?.split('\n')[line - 1] ?? ''}`
      })
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
