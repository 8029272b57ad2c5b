import { expect, test } from 'vitest'
import { crc32c, maskedCrc32c } from '../../../trainer/tensorboard/crc32c.ts'

test.each([
  // RFC 3720, appendix B.4.
  ['32 zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['0 to 31', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ['31 to 0', Uint8Array.from({ length: 32 }, (_, index) => 31 - index), 0x113fdb5c],
  // The check value of the catalogue of parametrised CRC algorithms.
  ['the digits 1 to 9', Buffer.from('123456789'), 0xe3069283],
  ['nothing', new Uint8Array(), 0],
])('the CRC-32C of %s', (_, bytes, sum) => {
  expect(crc32c(bytes)).toBe(sum)
})

test('the mask turns by 15 bits and adds a constant', () => {
  expect(maskedCrc32c(new Uint8Array())).toBe(0xa282ead8)
  expect(maskedCrc32c(Buffer.from('123456789'))).toBe(((((0xe3069283 >>> 15) | (0xe3069283 << 17)) >>> 0) + 0xa282ead8) % 2 ** 32)
})
