import type { Range } from '../../grammar/index.ts'
import type { Diagnostic, Fix, RelatedPlace } from './diagnostic.ts'
import type { Message } from './message.ts'

/** What a finding may have besides its place and its wording. */
export interface Additions {
  readonly related?: readonly RelatedPlace[]
  readonly fix?: Fix | null
}

/** Adds one finding about a file. */
export type Report = <Parameters>(
  message: Message<Parameters>,
  parameters: NoInfer<Parameters>,
  range: Range,
  additions?: Additions,
) => void

export interface Reporter {
  readonly report: Report
  /** Findings made elsewhere, such as those of the parser. */
  readonly add: (diagnostic: Diagnostic) => void
  readonly diagnostics: () => readonly Diagnostic[]
  readonly hasErrors: () => boolean
}

/** No file reports more errors than this. */
export const errorLimit = 100

/**
 * Collects the findings about one file: at most `errorLimit` errors, and never two at the same place, with those that were found
 * `earlier` by another reporter.
 */
export function createReporter(file: string, earlier: readonly Diagnostic[] = []): Reporter {
  const found: Diagnostic[] = []
  const errorPlaces = new Set(earlier.filter((one) => one.file === file && one.severity === 'error').map(placeOf))

  const add = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === 'error') {
      const place = placeOf(diagnostic)
      if (errorPlaces.has(place) || errorPlaces.size >= errorLimit) return
      errorPlaces.add(place)
    }
    found.push(diagnostic)
  }

  return {
    add,
    diagnostics: () => found,
    hasErrors: () => errorPlaces.size > 0,
    report(message, parameters, range, { related = [], fix = null } = {}) {
      const hint = message.hint(parameters)
      add({
        code: message.code,
        severity: message.severity,
        message: message.message(parameters),
        file,
        range,
        ...(hint === null ? {} : { hint }),
        ...(related.length === 0 ? {} : { related }),
        ...(fix === null ? {} : { fix }),
      })
    },
  }
}

const placeOf = ({ range }: Diagnostic): string => `${range.start}-${range.end}`
