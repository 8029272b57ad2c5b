import { extname } from 'node:path'

/** A worker's program beside a module: TypeScript here, JavaScript where the project was built. */
export const programBeside = (module: string, name: string): URL => new URL(`./${name}${extname(new URL(module).pathname)}`, module)
