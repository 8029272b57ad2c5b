import protobuf from 'protobufjs'
import { maskedCrc32c } from '../../../trainer/tensorboard/crc32c.ts'

/** The parts of tensorflow/core/util/event.proto and tensorflow/core/framework/summary.proto that scalars need. */
const definition = `
  syntax = "proto3";
  message Event {
    double wall_time = 1;
    int64 step = 2;
    oneof what { string file_version = 3; Summary summary = 5; }
  }
  message Summary {
    message Value { string tag = 1; oneof value { float simple_value = 2; } }
    repeated Value value = 1;
  }
`

const type = protobuf.parse(definition).root.lookupType('Event')

export interface ReadEvent {
  readonly wallTime: number
  readonly step: number
  readonly fileVersion?: string
  readonly summary?: { readonly value: readonly { readonly tag: string; readonly simpleValue: number }[] }
}

/** The events of a file, by a reader of Protocol Buffers that is not ours. Throws where a checksum is wrong, or bytes are left. */
export function readEventFile(file: Buffer): readonly ReadEvent[] {
  const events: ReadEvent[] = []
  for (let at = 0; at < file.length; ) {
    const length = Number(file.readBigUInt64LE(at))
    if (file.readUInt32LE(at + 8) !== maskedCrc32c(file.subarray(at, at + 8))) throw new Error(`the length at ${at} is damaged`)
    const data = file.subarray(at + 12, at + 12 + length)
    if (file.readUInt32LE(at + 12 + length) !== maskedCrc32c(data)) throw new Error(`the data at ${at} is damaged`)
    // A field that is 0 is not written, and read as 0.
    events.push({ wallTime: 0, step: 0, ...type.toObject(type.decode(data), { longs: Number }) })
    at += 16 + length
  }
  return events
}
