import type { Role } from '../organs/role.ts'

/** Who approves an answer, in order, where the organ has set nothing: head of the unit, head of the work body. */
export const defaultLevels: readonly Role[] = ['unitHead', 'ogiHead']
