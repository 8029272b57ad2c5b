import type { Boundary, Hold } from './boundary.ts'

/** The system's own programs that are used, as paths, where there are any. */
export interface BoundaryPrograms {
  readonly setpriv: string | null
  readonly unshare: string | null
  readonly prlimit: string | null
}

const UNPRIVILEGED = '65534'

/** Node itself needs about twenty threads and as many files. */
const limits = ['--core=0', '--fsize=0', '--nofile=64', '--nproc=256']

/** Every boundary that the programs could give, the strongest first. Which of them the system permits is only known by trying. */
export function possibleBoundaries({ setpriv, unshare, prlimit }: BoundaryPrograms, isRoot: boolean): readonly Boundary[] {
  const namespaces = unshare === null ? [null] : [['--mount-proc'], [], null]
  const users = isRoot && setpriv !== null ? [true, false] : [false]
  return namespaces.flatMap((mount) =>
    users.map((asNobody) => {
      const wrapper: string[] = []
      const holds: Hold[] = []
      const dies = setpriv === null ? [] : [setpriv, '--pdeathsig', 'KILL', '--']
      if (mount !== null && unshare !== null) {
        // A new user namespace clears the signal at the parent's death: it is entered first.
        if (!isRoot) wrapper.push(unshare, '--user', '--map-root-user', '--')
        wrapper.push(...dies, unshare, '--net', '--pid', '--ipc', '--uts', '--mount', ...mount, '--fork', '--kill-child', '--')
        holds.push('network', 'processes')
      }
      if (prlimit !== null) {
        // Outside a namespace the number of processes would count all that the user runs.
        wrapper.push(prlimit, ...limits.filter((limit) => asNobody || mount !== null || !limit.startsWith('--nproc')), '--')
        holds.push('limits')
      }
      if (setpriv !== null) {
        const user = asNobody ? [`--reuid=${UNPRIVILEGED}`, `--regid=${UNPRIVILEGED}`, '--clear-groups'] : []
        wrapper.push(setpriv, ...user, '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', ...dies.slice(1))
        if (asNobody) holds.push('user')
        holds.push('lifetime')
      }
      return { wrapper, holds }
    }),
  )
}
