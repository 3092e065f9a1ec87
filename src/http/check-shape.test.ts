import { expect, test } from 'vitest'
import { z } from 'zod'
import { Content } from '../disclosure/content.ts'
import { checkShape } from './check-shape.ts'

const route = (schema: z.ZodType) =>
  ({ schema, method: 'PUT', url: '/', httpPart: 'body' }) as unknown as Parameters<typeof checkShape>[0]

test('a body with more faults than can be listed is refused, and not a bug', () => {
  const overflowing = z.unknown().refine(() => {
    throw new RangeError('Maximum call stack size exceeded')
  })
  const check = checkShape(route(overflowing))
  expect(() => check({})).toThrow(expect.objectContaining({ statusCode: 400 }))
})

test('what is wrong deep inside a text is looked at once, and not once for each kind of block at each depth', () => {
  let inner: unknown = 1
  let asked = 0
  inner = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'type') asked += 1
        return undefined
      },
    },
  )
  for (let depth = 0; depth < 10; depth += 1) inner = { type: 'blockquote', content: [inner] }
  expect(Content.safeParse({ text: { type: 'doc', content: [inner] } }).success).toBe(false)
  expect(asked).toBeLessThan(10)
})
