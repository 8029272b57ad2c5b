import type { ToolImplementation } from './tool-implementation.ts'

/** The tool, each call of which a person has to approve before it is made. */
export const withApproval = (tool: ToolImplementation, question = 'May this call be made?'): ToolImplementation => ({
  // Another run than one whose calls nobody has to approve.
  description: `${tool.description ?? ''} approved by a person`.trimStart(),
  call: (inputs, context) =>
    (context.approvals ?? 0) > 0
      ? tool.call(inputs, context)
      : Promise.resolve({ kind: 'suspended', question, awaits: 'approval' }),
})
