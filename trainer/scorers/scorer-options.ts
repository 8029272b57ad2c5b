import { nameHint } from '../../runtime/configuration/index.ts'

export const scorerNames = ['exact', 'numeric', 'math', 'code', 'schema'] as const

export type ScorerName = (typeof scorerNames)[number]

export const isScorerName = (name: string): name is ScorerName => (scorerNames as readonly string[]).includes(name)

/** Everything that can be set of a scorer, with its default. */
export interface ScorerOptions {
  readonly tolerance: number
  readonly relativeTolerance: number
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
  readonly asserts: boolean
  readonly partial: boolean
  readonly field: string
}

export type OptionName = keyof ScorerOptions

/** What an option is: read by its kind from a command line, checked by it everywhere, and described by it in the documentation. */
export type OptionRule = { readonly scorers: readonly ScorerName[]; readonly description: string } & (
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly default: number }
  | { readonly kind: 'boolean'; readonly default: boolean }
  | { readonly kind: 'text'; readonly default: string }
)

export const optionRules: { readonly [Name in OptionName]: OptionRule } = {
  tolerance: {
    scorers: ['numeric', 'code'],
    description: 'How far a number may be from the expected one; 0: not at all.',
    kind: 'number',
    minimum: 0,
    maximum: 1e300,
    default: 0,
  },
  relativeTolerance: {
    scorers: ['numeric', 'code'],
    description: 'The same in parts of the expected number: 0.01 is 1 %. The larger of the two counts.',
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0,
  },
  timeoutSeconds: {
    scorers: ['math', 'code', 'schema'],
    description: 'For one comparison, or one test of code.',
    kind: 'number',
    minimum: 0.1,
    maximum: 600,
    default: 5,
  },
  memoryMegabytes: {
    scorers: ['code'],
    description: 'What one test may use.',
    kind: 'number',
    minimum: 32,
    maximum: 4096,
    default: 256,
  },
  asserts: {
    scorers: ['code'],
    description: 'Takes tests that are asserts: they run beside the solution, which may cheat them.',
    kind: 'boolean',
    default: false,
  },
  partial: {
    scorers: ['code'],
    description: 'Scores the share of tests that are passed; else 1 for all, and 0.',
    kind: 'boolean',
    default: false,
  },
  field: {
    scorers: scorerNames,
    description: 'The field of the result that is judged; left out, the whole result.',
    kind: 'text',
    default: '',
  },
}

const optionNames = Object.keys(optionRules) as readonly OptionName[]

export type ReadScorerOptions =
  | { readonly kind: 'ok'; readonly options: Partial<ScorerOptions> }
  /** One text per mistake. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** Checks the options of a scorer. */
export function readScorerOptions(scorer: ScorerName, given: Readonly<Record<string, unknown>>): ReadScorerOptions {
  const names = optionNames.filter((name) => optionRules[name].scorers.includes(scorer))
  const problems = Object.entries(given).flatMap(([name, value]) => {
    const known = names.find((candidate) => candidate === name)
    if (known === undefined) return [`the scorer ${scorer} has no option "${name}".${nameHint(name, names)}`]
    return problemOf(known, optionRules[known], value)
  })
  return problems.length > 0 ? { kind: 'error', problems } : { kind: 'ok', options: given }
}

function problemOf(name: string, rule: OptionRule, value: unknown): readonly string[] {
  switch (rule.kind) {
    case 'number': {
      const fits = typeof value === 'number' && value >= rule.minimum && value <= rule.maximum
      return fits ? [] : [`"${name}" is a number from ${rule.minimum} to ${rule.maximum}`]
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`"${name}" is true or false`]
    case 'text':
      return typeof value === 'string' && value !== '' ? [] : [`"${name}" is a text`]
  }
}

/** Reads an option as a command line gives it, `NAME=VALUE`; the value is checked with the scorer. A text says what is wrong. */
export function readOptionFlag(flag: string): readonly [string, unknown] | string {
  const separator = flag.indexOf('=')
  if (separator < 1) return `"${flag}" is not NAME=VALUE, as in tolerance=0.01`
  const [name, value] = [flag.slice(0, separator), flag.slice(separator + 1)]
  const kind = optionNames.find((known) => known === name)
  switch (kind === undefined ? 'text' : optionRules[kind].kind) {
    case 'number':
      return [name, /^\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(value) ? Number(value) : value]
    case 'boolean':
      return [name, value === 'true' ? true : value === 'false' ? false : value]
    case 'text':
      return [name, value]
  }
}

/** The options with a default for what is left out. */
export const withDefaults = (options: Partial<ScorerOptions>): ScorerOptions => ({ ...defaults, ...options })

const defaults = Object.fromEntries(optionNames.map((name) => [name, optionRules[name].default])) as unknown as ScorerOptions
