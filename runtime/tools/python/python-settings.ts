/** What a person may set for `std:python`. */
export interface PythonSettings {
  /** For one job, from the moment its code starts. */
  readonly timeoutSeconds: number
  /** What the code may use; beyond it Python raises `MemoryError`. The interpreter comes on top. */
  readonly memoryMegabytes: number
  /** What the code may print, in UTF-8. */
  readonly outputBytes: number
  /** Wheels to import from, as paths. */
  readonly wheels: readonly string[]
  /** Processes kept ready for the next job, from the first job on. */
  readonly prewarmed: number
}

export const DEFAULT_PYTHON_SETTINGS: PythonSettings = {
  timeoutSeconds: 20,
  memoryMegabytes: 256,
  outputBytes: 100_000,
  wheels: [],
  prewarmed: 0,
}
