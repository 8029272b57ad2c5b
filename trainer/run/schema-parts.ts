export const count = { type: 'integer', minimum: 0 } as const
export const number = { type: 'number' } as const
export const text = { type: 'string' } as const

export const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] })

export const list = (items: object): object => ({ type: 'array', items })

/** A record that has all of these fields, whatever it has beside them. */
export const record = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})
