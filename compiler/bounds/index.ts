export { boundsOfBlock } from './bounds-of.ts'
