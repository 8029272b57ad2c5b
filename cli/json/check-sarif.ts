import type { CompiledFile } from '../../compiler/index.ts'
import { checkJson } from './check-json.ts'
import type { PlaceJson } from './check-json.ts'

/** The diagnostics as a SARIF 2.1.0 log, as code scanning services read it. */
export function checkSarif(files: readonly CompiledFile[], version: string): object {
  const { diagnostics } = checkJson(files)
  const codes = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: { driver: { name: 'mas', version, rules: codes.map((id) => ({ id })) } },
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: diagnostic.severity,
          message: { text: diagnostic.hint === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.hint}` },
          locations: [location(diagnostic)],
          ...(diagnostic.related === undefined
            ? {}
            : {
                relatedLocations: diagnostic.related.map((place) => ({ ...location(place), message: { text: place.message } })),
              }),
        })),
      },
    ],
  }
}

const location = ({ file, range: { start, end } }: PlaceJson): object => ({
  physicalLocation: {
    artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: start.offset,
      charLength: end.offset - start.offset,
    },
  },
})
