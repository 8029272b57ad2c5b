export { TextPieces } from './text-pieces.ts'
