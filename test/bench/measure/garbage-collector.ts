import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Full garbage collections, until what is freed by one is freed. */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  return () => { for (let time = 0; time < 4; time += 1) collect() }
}
