import { emptyClientRegistry } from '../../runtime/model/index.ts'
import type { ClientRegistry } from '../../runtime/model/index.ts'

/** The clients that the trainer brings in, loaded when a run needs them. */
export const clientRegistry = (): ClientRegistry => emptyClientRegistry
