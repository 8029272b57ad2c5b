/** A whole number with its range, its default and what it means. */
export const whole = (description: string, value: number, minimum = 1, maximum = 1_000_000_000) => ({
  type: 'integer' as const,
  minimum,
  maximum,
  default: value,
  description,
})

/** A number of at least 0. */
export const size = (description: string, value: number, maximum?: number) => ({
  type: 'number' as const,
  minimum: 0,
  ...(maximum === undefined ? {} : { maximum }),
  default: value,
  description,
})

/** A number above 0. */
export const positive = (description: string, value: number, maximum?: number) => ({
  type: 'number' as const,
  exclusiveMinimum: 0,
  ...(maximum === undefined ? {} : { maximum }),
  default: value,
  description,
})

/** One of several names. */
export const choice = <Name extends string>(description: string, names: readonly Name[], value: Name) => ({
  enum: names,
  default: value,
  description,
})

/** An object whose settings all have defaults, so that it may be left out. */
export const section = <Properties extends object>(description: string, properties: Properties) => ({
  type: 'object' as const,
  additionalProperties: false,
  default: {},
  description,
  properties,
})
