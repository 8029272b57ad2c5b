import { readFileSync } from 'node:fs'

/** The package's version; its `package.json` stands one folder higher when built. */
export function packageVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
        name?: unknown
        version?: unknown
      }
      if (name === 'maslang' && typeof version === 'string') return version
    } catch {
      // Not there: the next place.
    }
  }
  return 'unknown'
}
