import type { Intake } from './intake.ts'

/** Makes each call only when there is room for what it will tell; `room` is `null` where there is. */
export const pacedIntake = (intake: Intake, room: (signal: AbortSignal) => Promise<unknown> | null): Intake => ({
  take: (call) =>
    intake.take({
      ...call,
      make: async () => {
        const waiting = room(call.signal)
        if (waiting !== null) await waiting
        return call.make()
      },
    }),
  after: (name, seconds, callback) => intake.after(name, seconds, callback),
  now: () => intake.now(),
  elapsed: () => intake.elapsed(),
  elapsedHere: () => intake.elapsedHere(),
  isReplaying: () => intake.isReplaying(),
  isPending: () => intake.isPending(),
  detach: () => {
    intake.detach()
  },
})
