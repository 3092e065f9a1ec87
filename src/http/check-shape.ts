import { validatorCompiler } from 'fastify-type-provider-zod'

/** Checks what comes in against the route's schema. With more faults than its list of faults holds, it is no body at all. */
export const checkShape: typeof validatorCompiler = (route) => {
  const check = validatorCompiler(route)
  return (data: unknown) => {
    try {
      return check(data)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw Object.assign(new Error('too many faults', { cause: error }), { statusCode: 400 })
    }
  }
}
