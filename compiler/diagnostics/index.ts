export type * from './diagnostic.ts'
export { nearestName, nearestNames } from './nearest-name.ts'
