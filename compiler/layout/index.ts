export * from './document.ts'
export { onOneLine } from './on-one-line.ts'
export { indentation, lineWidth, render } from './render.ts'
