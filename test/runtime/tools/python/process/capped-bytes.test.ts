import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CappedBytes } from '../../../../../runtime/tools/python/process/capped-bytes.ts'

test('however a stream is cut, its first bytes are kept, and whether there were more is known', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.nat(60), (chunks, limit) => {
      const collected = new CappedBytes(limit)
      for (const chunk of chunks) collected.add(Buffer.from(chunk))
      const whole = Buffer.concat(chunks)
      expect(collected.bytes).toEqual(whole.subarray(0, limit))
      expect(collected.isTooMuch).toBe(whole.length > limit)
    }),
  )
})
