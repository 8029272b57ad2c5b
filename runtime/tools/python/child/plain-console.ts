import { writeSync } from './file-functions.ts'
import { descriptors } from './protocol.ts'

/** A console that writes a line and nothing else: Node's own leads to its streams, and from there to everything. */
export function installPlainConsole(): void {
  const write = (...parts: readonly unknown[]): void => {
    writeSync(descriptors.complaints, `${parts.map(String).join(' ')}\n`)
  }
  const plain = Object.fromEntries(['log', 'info', 'warn', 'error', 'debug', 'trace'].map((name) => [name, write]))
  Object.defineProperty(globalThis, 'console', { value: Object.freeze(plain), writable: false, configurable: false })
}
