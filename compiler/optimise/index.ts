export type { Change } from './change.ts'
export { optimise, optimiserPasses } from './optimise.ts'
export type { OptimisedGraph, OptimiserPass } from './optimise.ts'
