import { expect, test } from 'vitest'
import { scriptInReply } from '../../../trainer/design/script-in-reply.ts'

const script = 'workflow main() -> int {\n  return 1\n}'

test.each([
  ['the script alone', script],
  ['a fence', `\`\`\`mas\n${script}\n\`\`\``],
  ['a fence with talk around it', `Here it is:\n\`\`\`\n${script}\n\`\`\`\nIt returns 1.`],
  ['a fence that is never closed', `\`\`\`mas\n${script}`],
  ['white space', `\n\n${script}\n`],
])('%s', (_, reply) => {
  expect(scriptInReply(reply)).toBe(script)
})
