#!/usr/bin/env node
// Plain JavaScript that any Node can read: it finds a Node that is new enough and starts the command there.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24
const here = dirname(fileURLToPath(import.meta.url))
const built = join(here, '..', 'dist', 'cli', 'main.js')
const version = Number(process.versions.node.split('.')[0])

function newerNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

if (!existsSync(built)) {
  process.stderr.write('mas: the command is not built yet; run "npm run build" in its folder first\n')
  process.exitCode = 2
} else if (version >= needed) {
  await import(built)
} else {
  const node = newerNode()
  if (node === undefined) {
    process.stderr.write(
      `mas: this is Node ${process.versions.node}, and mas needs Node ${needed} or newer; install one, or add the "node" package beside maslang\n`,
    )
    process.exitCode = 2
  } else {
    const child = spawn(node, [built, ...process.argv.slice(2)], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      // Ctrl-C on a terminal reaches the child by itself; a second one would end it at once.
      process.on(signal, () => signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
    }
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
    })
  }
}
