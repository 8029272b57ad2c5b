export { formatScript } from './format-script.ts'
export type { Formatted } from './format-script.ts'
