import type { ToolImplementation } from './tool-implementation.ts'

/** The source of the tool that is a person. */
export const PERSON = 'std:person'

/** `std:person`: each call is answered by a person, with a value of the declared result. A parameter `question` is what is asked. */
export const person: ToolImplementation = {
  description: PERSON,
  call: ({ question }) =>
    Promise.resolve({
      kind: 'suspended',
      question: typeof question === 'string' ? question : 'What is the result of this call?',
      awaits: 'result',
    }),
}
