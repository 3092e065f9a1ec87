import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Nothing runs, and nothing is fetched, framed or sent to anywhere but here. */
const policy = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}
const yearSeconds = 365 * 24 * 3_600

/** What every answer, errors and files included, tells the browser to refuse. The same for all, so it is worked out once. */
export const securityHeaders = {
  'Content-Security-Policy': Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join(';'),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'same-origin',
  'Strict-Transport-Security': `max-age=${yearSeconds}; includeSubDomains`,
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  // The filter that browsers once had could itself be made to leak; 0 switches it off.
  'X-XSS-Protection': '0',
} as const

/** Pages of other sites may read what the public interface answers; nothing in it depends on who asks. */
const openDataHeaders = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' } as const

const isOpenData = ({ method, routeOptions: { url, config } }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  config.access === 'public' &&
  url?.startsWith('/api/') === true &&
  !url.startsWith('/api/console/')

export function sendSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeaders)
    if (isOpenData(request)) reply.headers(openDataHeaders)
    done()
  })
}
