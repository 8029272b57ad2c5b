import type { Severity } from './diagnostic.ts'

/** A kind of finding: its code, and its wording as a function of typed parameters. Names in a wording stand in backticks. */
export interface Message<Parameters> {
  readonly code: string
  readonly severity: Severity
  readonly message: (parameters: Parameters) => string
  readonly hint: (parameters: Parameters) => string | null
}

type Wording<Parameters> = (parameters: Parameters) => string | null

const noHint = (): null => null

export const errorMessage = <Parameters = Record<never, never>>(
  code: string,
  message: (parameters: Parameters) => string,
  hint: Wording<Parameters> = noHint,
): Message<Parameters> => ({ code, severity: 'error', message, hint })

export const warningMessage = <Parameters = Record<never, never>>(
  code: string,
  message: (parameters: Parameters) => string,
  hint: Wording<Parameters> = noHint,
): Message<Parameters> => ({ code, severity: 'warning', message, hint })

/** A hint that whoever reports has worked out, or none. */
export interface WithHint {
  readonly hint: string | null
}

export const givenHint = ({ hint }: WithHint): string | null => hint
