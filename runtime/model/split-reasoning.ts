const opening = '<think>'
const closing = '</think>'

/**
 * Parts `<think>…</think>` from the answer behind it. Templates of some models write the opening tag themselves, so that the
 * reply starts in the middle of its reasoning; a reply that was cut off before the closing tag is reasoning only.
 */
export function splitReasoning(text: string): { readonly reasoning: string; readonly content: string } {
  const start = text.trimStart()
  const opened = start.startsWith(opening)
  const end = start.indexOf(closing)
  if (end >= 0 && (opened || !start.slice(0, end).includes(opening))) {
    const reasoning = start.slice(opened ? opening.length : 0, end)
    return { reasoning: reasoning.trim(), content: start.slice(end + closing.length).trimStart() }
  }
  return opened ? { reasoning: start.slice(opening.length).trim(), content: '' } : { reasoning: '', content: text }
}
