/** What the command's exit status says. */
export const EXIT = {
  ok: 0,
  /** A script has errors. */
  scriptErrors: 1,
  /** The command was used wrongly: an unknown option, a missing input, a tool that nothing is bound to. */
  usage: 2,
  /** A run failed. */
  runFailed: 3,
  /** A run waits for a person. */
  waiting: 4,
  /** A bug in mas, or a promise of a person's own function that is never settled. */
  internalError: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
