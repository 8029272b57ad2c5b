import { expect, test } from 'vitest'
import { programEnvironment } from '../../../runtime/configuration/program-environment.ts'

const harmless = { PATH: '/bin', HOME: '/home/x', LANG: 'C', LC_ALL: 'C', LC_CTYPE: 'C', TMPDIR: '/tmp' }
const others = { OPENAI_API_KEY: 'k', AWS_SECRET_ACCESS_KEY: 'k', NODE_OPTIONS: '--inspect', XPATH: 'k', PATH_KEY: 'k', LC_: 'k' }

test('what a program needs is passed on, and nothing else', () => {
  expect(programEnvironment({ ...harmless, ...others, SystemRoot: 'C:' }, 'linux')).toEqual(harmless)
})

test('on Windows names have no case, and the system is found', () => {
  const environment = { Path: 'C:\\', SystemRoot: 'C:\\Windows' }
  expect(programEnvironment({ ...environment, ...others, Openai_Api_Key: 'k' }, 'win32')).toEqual(environment)
})
