const PASSED_ON = /^(PATH|HOME|LANG|LC_[A-Z]+|TMPDIR)$/

/** Without the first, programs on Windows cannot open a connection; names there have no case. */
const PASSED_ON_WINDOWS = /^(SYSTEMROOT|PATH|HOME|LANG|LC_[A-Z]+|TMPDIR)$/i

/** What a program bound to a tool gets of the environment: what it needs to be found and to run, and no key. */
export function programEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Record<string, string | undefined> {
  const passedOn = platform === 'win32' ? PASSED_ON_WINDOWS : PASSED_ON
  return Object.fromEntries(Object.entries(environment).filter(([name]) => passedOn.test(name)))
}
