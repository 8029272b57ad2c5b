import { reportedFor } from './diagnostic-pages.ts'
import type { DiagnosticPage, PageExample } from './diagnostic-pages.ts'

/** The page as a section in Markdown. */
export function pageMarkdown({ code, severity, title, why, remedy, example }: DiagnosticPage): string {
  const parts = [
    `## ${code}`,
    `${severity === 'error' ? 'Error' : 'Warning'}: ${title}.`,
    why,
    ...(example === null ? ['No text alone can show it.'] : wrongProgram(code, example)),
    remedy,
    ...(example === null ? [] : [block(language(example, 'mas'), example.right)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function wrongProgram(code: string, example: PageExample): readonly string[] {
  const [found] = reportedFor(example)
  const files = [...example.files].map(([path, text]) => block('text', `// ${path}\n${text}`))
  const said = found === undefined ? [] : [`> ${found.message}${found.hint === undefined ? '' : ` ${found.hint}`}`]
  return [...files, block(language(example, `mas wrong ${code}`), example.wrong), ...said]
}

/** `alone` for scripts that can be compiled as they stand. */
function language(example: PageExample, alone: string): string {
  if (example.name === 'main.json') return 'json'
  return isAlone(example) ? alone : 'text'
}

/** Whether the scripts need no other file of a certain name. */
const isAlone = ({ wrong, right }: PageExample): boolean => !/from "[./]/.test(wrong + right)

const block = (label: string, text: string): string => `\`\`\`${label}\n${text}\`\`\``
