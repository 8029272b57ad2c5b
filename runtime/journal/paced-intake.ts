import type { Room } from '../events/event-outlet.ts'
import type { Intake } from './intake.ts'

/** Makes each call only when there is room for what it will tell. */
export const pacedIntake = (intake: Intake, room: Room): Intake => ({
  take: (call) =>
    intake.take({
      ...call,
      make: () => {
        const waiting = room(call.signal)
        return waiting === null ? call.make() : waiting.then(() => call.make())
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
