import { Ajv } from 'ajv'
import type { ErrorObject } from 'ajv'
import { partNames, shallowDefinitions } from './later.ts'
import type { PartName } from './later.ts'

/** A part inside another one, still to be checked. `pointer` leads there from the part around it. */
export interface InnerPart {
  readonly name: PartName
  readonly data: unknown
  readonly pointer: string
}

export interface CheckedPart {
  /** `null` where the part fits; else the first thing that does not. */
  readonly error: ErrorObject | null
  readonly inner: readonly InnerPart[]
}

type CheckPart = (name: PartName, data: unknown) => CheckedPart

let checker: CheckPart | null = null

/** Checks one part by the published schema. The schema is compiled when it is first needed: most programs read no graphs. */
export function checkPart(name: PartName, data: unknown): CheckedPart {
  checker ??= partChecker()
  return checker(name, data)
}

function partChecker(): CheckPart {
  let inner: InnerPart[] = []
  // `verbose`: errors carry the value and the schema, which say what was expected.
  const ajv = new Ajv({ discriminator: true, allowUnionTypes: true, verbose: true })
  ajv.addKeyword({
    keyword: 'later',
    schemaType: 'string',
    errors: false,
    validate: (name: PartName, value: unknown, _schema: unknown, place: { readonly instancePath: string } | undefined) => {
      inner.push({ name, data: value, pointer: place?.instancePath ?? '' })
      return true
    },
  })
  const validators = new Map(
    partNames.map((name) => [name, ajv.compile({ $ref: `#/definitions/${name}`, definitions: shallowDefinitions })] as const),
  )
  return (name, data) => {
    inner = []
    const validate = validators.get(name)
    if (validate === undefined) throw new Error(`the schema of a graph has no ${name}`)
    const fits = validate(data)
    return { error: fits ? null : (validate.errors?.[0] ?? null), inner }
  }
}
