import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('../../../trainer/engine/index.ts', import.meta.url))

/** Which packages of the tensor library a fresh process has loaded after running a piece of code. */
function loadedPackages(code: string): string[] {
  const program = `
    import { createRequire } from 'node:module'
    const engine = await import(${JSON.stringify(entry)})
    ${code}
    const paths = Object.keys(createRequire(import.meta.url).cache)
    console.log(JSON.stringify(paths.filter((path) => path.includes('@tensorflow'))))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as string[]
}

describe('the entry point', () => {
  it('loads no tensor library', () => {
    expect(loadedPackages('')).toEqual([])
  })

  it('loads it, and prints nothing, when an engine is asked for', () => {
    const loaded = loadedPackages("await engine.loadEngine('wasm')")
    expect(loaded.some((path) => path.includes('tfjs-core'))).toBe(true)
    expect(loaded.some((path) => path.includes('tfjs-backend-wasm'))).toBe(true)
    expect(loaded.some((path) => path.includes('tfjs-backend-cpu'))).toBe(false)
  })
})
