import { ZodError, type z } from 'zod'

/** By these errors somebody is told what to correct; all others of a schema are a row that does not fit, which is a bug. */
const ofInput = new WeakSet<ZodError>()

/** Reads what somebody typed. What does not fit is told them field by field, as a route's own schema does. */
export function readTyped<Schema extends z.ZodType>(schema: Schema, typed: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(typed)
  if (!error) return data
  ofInput.add(error)
  throw error
}

/** Whether it is the caller who can mend it. */
export const isOfInput = (error: unknown): error is ZodError => error instanceof ZodError && ofInput.has(error)
