import { pathToFileURL } from 'node:url'
import { isAbsolute } from 'node:path'
import { diagnosticPage, pageMarkdown } from '../../compiler/explanations/index.ts'
import type { DiagnosticPage } from '../../compiler/explanations/index.ts'
import type { CompiledFile } from '../../compiler/index.ts'
import { checkJson } from './check-json.ts'
import type { DiagnosticJson, PlaceJson } from './check-json.ts'

/** The diagnostics as a SARIF 2.1.0 log, as code scanning services read it. */
export function checkSarif(files: readonly CompiledFile[], version: string): object {
  const { diagnostics } = checkJson(files, false)
  const codes = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: { driver: { name: 'mas', version, rules: codes.map((code) => rule(code, diagnosticPage(code))) } },
        artifacts: [...new Set(diagnostics.map(({ file }) => file))].map((file) => ({ location: { uri: uriOf(file) } })),
        results: diagnostics.map((diagnostic) => result(diagnostic, codes)),
      },
    ],
  }
}

function rule(id: string, page: DiagnosticPage | null): object {
  if (page === null) return { id }
  const { severity, title, why, remedy } = page
  return {
    id,
    shortDescription: { text: `${title.charAt(0).toUpperCase()}${title.slice(1)}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n${remedy}`, markdown: pageMarkdown(page) },
    defaultConfiguration: { level: severity },
  }
}

function result(diagnostic: DiagnosticJson, codes: readonly string[]): object {
  const { code, severity, message, hint, related, fix, file } = diagnostic
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [location(diagnostic)],
    ...(related === undefined
      ? {}
      : { relatedLocations: related.map((place, id) => ({ id, ...location(place), message: { text: place.message } })) }),
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(file) },
                  replacements: fix.edits.map(({ range, text }) => ({
                    deletedRegion: region(range),
                    ...(text === '' ? {} : { insertedContent: { text } }),
                  })),
                },
              ],
            },
          ],
        }),
  }
}

const location = ({ file, range }: PlaceJson): { readonly physicalLocation: object } => ({
  physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: region(range) },
})

const region = ({ start, end }: PlaceJson['range']): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
})

/** Relative paths stay relative, so that a service finds them in the repository. */
const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F')
