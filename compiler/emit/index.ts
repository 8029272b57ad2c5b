export { emitModule, isEmittedModule } from './emit-module.ts'
export type { ModuleOptions } from './emit-module.ts'
