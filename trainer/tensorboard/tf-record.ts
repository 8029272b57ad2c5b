import { maskedCrc32c } from './crc32c.ts'

/**
 * One record of a TFRecord file: length of the data (unsigned 64-bit), masked CRC-32C of the length, the data, masked CRC-32C of the
 * data; all little-endian (`tensorflow/core/lib/io/record_writer.h`).
 */
export function tfRecord(data: Uint8Array): Buffer {
  const head = Buffer.alloc(12)
  head.writeBigUInt64LE(BigInt(data.length))
  head.writeUInt32LE(maskedCrc32c(head.subarray(0, 8)), 8)
  const tail = Buffer.alloc(4)
  tail.writeUInt32LE(maskedCrc32c(data))
  return Buffer.concat([head, data, tail])
}
