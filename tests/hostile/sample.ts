import { z } from 'zod'
import { today } from './scene.ts'

interface Shape {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly $ref?: string
}

/** What a schema takes, as a JSON schema; undefined where there is none. What only the program can check takes anything. */
export const shapeOf = (schema: unknown): Shape | undefined =>
  schema instanceof z.ZodType ? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape) : undefined

/** What people write in fields whose form only the program knows. */
const byName: Readonly<Record<string, unknown>> = {
  phone: '010-12345678',
  fax: '010-12345678',
  competentPhone: '010-12345678',
  email: 'gk@shili.example',
  postcode: '100000',
  website: 'https://www.shili.example',
  url: 'https://www.shili.example/1',
  organ: 'shili-tjj',
  siteCode: '1100000001',
  creditCode: '',
  letterCode: '示统',
  code: '000000',
  slug: 'shili-tjj',
  year: 2026,
  column: 'tzgg',
  login: 'xinren',
}

/** Something that the shape takes; an id is the one given. */
export function sampleOf(shape: Shape, id: string): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const [first] = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? []
  if (first) return sampleOf(first, id)
  if (shape.properties)
    return Object.fromEntries(
      Object.entries(shape.properties).map(([name, each]) => [name, byName[name] ?? sampleOf(each, id)]),
    )
  switch (shape.type) {
    case 'array':
      return shape.minItems && shape.items ? [sampleOf(shape.items, id)] : []
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? 1)
    case 'boolean':
      return false
    case 'object':
      return {}
    case 'string':
      return shape.format === 'uuid' ? id : shape.format === 'date-time' ? `${today}T10:00:00+08:00` : '统计公报'
    default:
      // A check of our own: nearly always a day.
      return today
  }
}

/** The ways to every value in it that holds no others, and to every list and object below the top. */
export function placesIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  const below = Object.entries(value).flatMap(([name, each]) => placesIn(each, [...way, name]))
  return way.length > 0 ? [way, ...below] : below
}

/** The same with something else at that place. */
export function withAt(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === name ? withAt(each, rest, put) : each))
  const object = value as Readonly<Record<string, unknown>>
  return { ...object, [name]: withAt(object[name], rest, put) }
}
