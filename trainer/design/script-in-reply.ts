/** The script in a reply: what stands in its first code fence, or all of it. */
export function scriptInReply(reply: string): string {
  const fenced = /```[a-z]*[ \t]*\r?\n([\s\S]*?)(?:\r?\n```|$)/i.exec(reply)
  return (fenced?.[1] ?? reply).trim()
}
