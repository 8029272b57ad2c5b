/** The tensor backends, the fastest first. */
export const backendNames = ['tfjs-node', 'wasm', 'cpu'] as const

export type BackendName = (typeof backendNames)[number]

/** A backend by name, or the first that works. */
export type BackendChoice = 'auto' | BackendName
