/** A JSON pointer (RFC 6901) to a part of what another one points to. */
export function pointerTo(pointer: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>((whole, step) => `${whole}/${escapedStep(String(step))}`, pointer)
}

/** A name as a step of a pointer. */
export const escapedStep = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1')
