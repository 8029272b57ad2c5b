/** What follows the number of a field, by how its value is written (protobuf.dev/programming-guides/encoding). */
const wire = { varint: 0, double: 1, length: 2, float: 5 } as const

const key = (field: number, kind: keyof typeof wire): Buffer => varint(field * 8 + wire[kind])

/** A whole number of at least 0, seven bits a byte, the lowest first. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest < 128 ? rest : (rest % 128) + 128)
    if (rest < 128) return Buffer.from(bytes)
  }
}

/** A whole number from 0 to 2^53 − 1. */
export const varintField = (field: number, value: number): Buffer => Buffer.concat([key(field, 'varint'), varint(value)])

/** A text, or a message inside of a message. */
export const lengthField = (field: number, content: Uint8Array): Buffer =>
  Buffer.concat([key(field, 'length'), varint(content.length), content])

export function doubleField(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return Buffer.concat([key(field, 'double'), bytes])
}

export function floatField(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return Buffer.concat([key(field, 'float'), bytes])
}
