/** Nothing foreign runs before a process is ready, so only a very slow machine needs so long. */
export const LONGEST_START_SECONDS = 60

/** What Node and the compiled interpreter hold besides Python's own memory, and what a compiler may need for a moment. */
const INTERPRETER_MEGABYTES = 400

/** What the process may hold in all, in bytes. */
export const residentLimit = (memoryMegabytes: number): number => (memoryMegabytes + INTERPRETER_MEGABYTES) * 1024 * 1024
