import fc from 'fast-check'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** A change of a part of a JSON value; numbers choose parts by their positions, so that shrinking leads to the first ones. */
export interface JsonChange {
  /** `copy` and `swap` choose the other part among those of the same sort, so that some graphs stay graphs. */
  readonly kind: 'delete' | 'replace' | 'copy' | 'duplicate' | 'swap'
  readonly at: number
  readonly other: number
  readonly value: unknown
}

/** Values that readers trip over. */
const nastyValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  2,
  1.5,
  -0,
  1e300,
  2 ** 53,
  2 ** 31,
  '',
  'main',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a/b~c',
  '\u0000',
  '\ud800',
  '[*]',
  'main/x[*]',
  [],
  {},
  [null],
  [[]],
  { kind: 'constant', value: null },
  { kind: 'value', id: '__proto__' },
  { kind: 'constant', value: 'sum' },
  { kind: 'constant', value: [] },
  { kind: 'constant', value: JSON.parse('{"__proto__": 1}') as unknown },
  { kind: 'string' },
  { kind: 'int' },
  { kind: 'number' },
  { kind: 'optional', inner: { kind: 'string' } },
  { kind: 'list', element: { kind: 'string' }, size: null },
  { kind: 'record', fields: [] },
]

const kinds = ['copy', 'copy', 'copy', 'swap', 'swap', 'swap', 'replace', 'delete', 'duplicate'] as const

export const jsonChanges: fc.Arbitrary<readonly JsonChange[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), other: fc.nat(), value: fc.constantFrom(...nastyValues) }),
  { minLength: 1, maxLength: 2 },
)

interface Slot {
  readonly holder: Json[] | { [name: string]: Json }
  readonly key: number | string
}

/** A copy of the value with the changes made. */
export function changedJson(original: unknown, changes: readonly JsonChange[]): unknown {
  const root = { whole: structuredClone(original) as Json }
  for (const change of changes) {
    const slots = slotsOf(root)
    const at = slots[change.at % slots.length]
    const alike = slots.filter((slot) => at !== undefined && sortOf(slot) === sortOf(at))
    const other = alike[change.other % alike.length]
    if (at !== undefined && other !== undefined) applyChange(at, other, change)
  }
  return root.whole
}

function applyChange(at: Slot, other: Slot, { kind, value }: JsonChange): void {
  const [here, there] = [structuredClone(read(at)), structuredClone(read(other))]
  switch (kind) {
    case 'delete':
      if (Array.isArray(at.holder)) at.holder.splice(Number(at.key), 1)
      else Reflect.deleteProperty(at.holder, at.key)
      return
    case 'replace':
      write(at, structuredClone(value) as Json)
      return
    case 'copy':
      write(at, there)
      return
    case 'duplicate':
      if (Array.isArray(at.holder)) at.holder.splice(Number(at.key), 0, here)
      else write({ ...at, key: `${String(at.key)}2` }, here)
      return
    case 'swap':
      write(at, there)
      write(other, here)
  }
}

const read = ({ holder, key }: Slot): Json => Reflect.get(holder, key) as Json

/** What a part is: by what it holds, and of a text or a number by its name. */
function sortOf(slot: Slot): string {
  const value = read(slot)
  if (typeof value !== 'object' || value === null) return `${typeof value} ${typeof slot.key === 'string' ? slot.key : ''}`
  if (Array.isArray(value)) return `list ${String(slot.key)}`
  if ('instance' in value) return 'node'
  if (!('kind' in value)) return Object.keys(value).join()
  return typeWords.has(String(value.kind)) && !('items' in value) ? 'type' : 'expression'
}

const typeWords = new Set(['string', 'int', 'number', 'bool', 'list', 'optional', 'record', 'enum'])

const write = ({ holder, key }: Slot, value: Json): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Every part of the value, an outer one before what is inside it. */
function slotsOf(root: { [name: string]: Json }): readonly Slot[] {
  const slots: Slot[] = []
  const visit = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      const slot = { holder: value, key }
      slots.push(slot)
      visit(read(slot))
    }
  }
  visit(root)
  return slots
}
