// Loaded with --import: writes the address of every module that the process loads to the file named by LOADED_MODULES.
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(process.env.LOADED_MODULES ?? '', `${url}\n`)
    return nextLoad(url, context)
  },
})
