import type { RunLimits } from '../../runtime/configuration/index.ts'
import { defaultRetryPolicy } from '../../runtime/index.ts'
import type { RetryPolicy } from '../../runtime/index.ts'

/** How requests are tried again under the limits of a configuration. */
export const retryPolicyOf = ({ retries }: RunLimits): RetryPolicy => ({ ...defaultRetryPolicy, attempts: retries + 1 })
