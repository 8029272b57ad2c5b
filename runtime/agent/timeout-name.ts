/** What the `timeout` of an agent's call is called among the limits of a run. */
export const timeoutName = (node: string): string => `${node} timeout`
