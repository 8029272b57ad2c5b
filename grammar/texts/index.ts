export { decodeEscape } from './decode-escape.ts'
export { TextPieces } from './text-pieces.ts'
