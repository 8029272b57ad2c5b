/** Whether code uses the steps that its function is given. */
export const usesSteps = (text: string): boolean => /\bat\./.test(text)

/** Whether code has the identifier in it. */
export const uses = (text: string, identifier: string): boolean => new RegExp(`\\b${identifier}\\b`).test(text)
