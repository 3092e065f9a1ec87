import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { DeclaredRoute } from '../../src/http/server.ts'
import { businessRoles, type Role } from '../../src/organs/role.ts'
import { aColumn, aDocument, aFee, anItem, type Furnished } from './furnish.ts'
import { sampleOf, shapeOf } from './sample.ts'
import { type Scene, today } from './scene.ts'

export interface Request {
  readonly url: string
  readonly payload?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Bodies of which a schema says too little to make one up. */
const bodiesFor = ({ content, channel, waiting }: Furnished): Readonly<Record<string, unknown>> => ({
  'PUT /api/console/records/:id/editions/:edition': { basedOn: 2, content },
  'POST /api/console/columns': { ...aColumn('统计知识'), parentId: 'tzgg', kind: 'list', id: '' },
  'PUT /api/console/columns/:id': aColumn('统计常识'),
  'POST /api/console/catalogue': anItem('tzgg', '另一公告'),
  'PUT /api/console/catalogue/:id': anItem('tzgg', '又一公告'),
  'POST /api/console/ledgers/documents': aDocument('示统规〔2020〕9号'),
  'POST /api/console/ledgers/fees': aFee('99'),
  'POST /api/console/ledgers/rows/:ledger/:id/correction': { values: { item: '报名费' }, reason: '录入时误写' },
  'POST /api/console/ledgers/confirmations': { ledger: 'compulsion', year: 2024, words: '已向各科室核实' },
  'POST /api/console/requests/:id/redactions': { fileId: waiting },
  'POST /api/console/channels': { kind: 'gazette', name: '示例公报' },
  'POST /api/console/channels/records/:id': {
    channelId: channel,
    publishedOn: today,
    url: 'https://a.example/1',
    title: '',
  },
})

/** How each declared route is called by somebody who may, and what it takes. */
export async function callerOf(
  scene: Scene,
  furnished: Furnished,
  route: DeclaredRoute,
  app: FastifyInstance = scene.app,
) {
  const { method, access, schema } = route
  const role =
    typeof access === 'object'
      ? (access.roles.find((each) => businessRoles.includes(each)) ?? access.roles[0])
      : undefined
  const roles: readonly Role[] = role ? [role] : []
  const browser = access === 'public' ? undefined : (await scene.staff(roles, furnished.office)).browser
  const ofConsole = route.url.startsWith('/api/console/')

  const send = ({ url, payload, headers = {} }: Request): Promise<LightMyRequestResponse> =>
    app.inject({
      method: method as 'GET',
      url,
      remoteAddress: scene.nextAddress(),
      ...(payload !== undefined && { payload: payload as NonNullable<InjectOptions['payload']> }),
      headers: {
        host: '127.0.0.1',
        ...(ofConsole && { origin: 'http://127.0.0.1', 'x-kaicheng': 'console' }),
        ...(browser && { cookie: browser.cookie }),
        ...headers,
      },
    })
  const own = bodiesFor(furnished)[`${method} ${route.url}`]
  const shape = shapeOf(schema?.body)
  const body = own ?? (shape && sampleOf(shape, furnished.person))
  const query = shapeOf(schema?.querystring)
  return { send, body, query: query && (sampleOf(query, randomUUID()) as Record<string, unknown>) }
}

/** The address of a route with everything in its place but what is said otherwise; undefined where a place is not known. */
export function addressOf(
  url: string,
  places: Furnished['places'],
  but: Readonly<Record<string, string>> = {},
): string | undefined {
  let isKnown = true
  const address = url.replace(/:(\w+)|\*/g, (found, name: string | undefined, at: number) => {
    const prefix = url.slice(0, at + found.length)
    const own =
      but[prefix] ??
      places[prefix] ??
      (prefix.startsWith('/:organ') && name === 'organ' ? places['/:organ'] : undefined)
    if (own === undefined && found !== '*') isKnown = false
    return own ?? 'x'
  })
  return isKnown ? address : undefined
}

/** The patterns of a route's address up to and with each of its parameters. */
export const parametersOf = (url: string): string[] =>
  [...url.matchAll(/:\w+|\*/g)].map(({ index, 0: found }) => url.slice(0, index + found.length))

export const withQuery = (address: string, query: Readonly<Record<string, unknown>> | undefined): string =>
  query
    ? `${address}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`
    : address
