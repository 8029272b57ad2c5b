/** `1 error`, `2 errors`, `no errors`. */
export const countOf = (count: number, noun: string): string => `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`
