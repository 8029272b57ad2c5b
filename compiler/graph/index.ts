export type * from './graph.ts'
export type * from './pure.ts'
