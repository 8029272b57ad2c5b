/** A node's instance name with its indices put in, outermost loop first. */
export function instanceName(instance: string, indices: readonly number[]): string {
  let next = 0
  return instance.replace(/\[\*\]/g, () => `[${indices[next++] ?? '*'}]`)
}
