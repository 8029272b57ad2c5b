export type * from './diagnostic.ts'
export { nearestName } from './nearest-name.ts'
