import type { Role } from '../../organs/role.ts'

/** Who decides as the second person, as with corrections of a request. */
export const rowDeciders = ['unitHead', 'ogiHead'] as const satisfies readonly Role[]
