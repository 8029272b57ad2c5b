export { diagnosticPage, diagnosticPages, reportedAbout, reportedFor } from './diagnostic-pages.ts'
export type { DiagnosticPage, PageExample } from './diagnostic-pages.ts'
export { pageMarkdown } from './page-markdown.ts'
