/** What the operating system holds, whatever happens inside the process. */
export interface Boundary {
  /** Programs and their arguments that are put before the command to start. */
  readonly wrapper: readonly string[]
  readonly holds: readonly Hold[]
}

export type Hold =
  /** A network of its own, without a device that leads anywhere. */
  | 'network'
  /** It sees no other process, and cannot signal one. */
  | 'processes'
  /** It runs as a user who owns nothing. */
  | 'user'
  /** It cannot write to files, start many processes or open many files, and leaves no core. */
  | 'limits'
  /** It ends when the process that started it ends, however that ends. */
  | 'lifetime'

export const everyHold: readonly Hold[] = ['network', 'processes', 'user', 'limits', 'lifetime']

export const noBoundary: Boundary = { wrapper: [], holds: [] }
