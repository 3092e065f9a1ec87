import type { FastifyInstance } from 'fastify'
import { addDays, officeTime } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import type { PageMatter, Portal } from '../portal.ts'
import { publicRoute } from '../serving.ts'
import { aboutAddresses } from './addresses.ts'
import { favicon } from './favicon.ts'

const daysTrue = 180

/** Files that browsers and programs look for under addresses of their own. */
export async function machineRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  const text = (path: string, type: string, write: (matter: PageMatter) => string | undefined) =>
    app.get(path, publicRoute, async (request, reply) => {
      const body = write(await portal.lookUp(request, path, ''))
      if (body === undefined) return reply.callNotFound()
      return reply.type(type).header('cache-control', 'no-cache').send(body)
    })
  text(aboutAddresses.search, 'application/opensearchdescription+xml; charset=utf-8', openSearch)
  text(aboutAddresses.security, 'text/plain; charset=utf-8', ({ view, organs }) => {
    const until = officeTime(addDays(app.clock.today(), daysTrue), '00:00')
    return securityText(view.site.origin, organs, until)
  })
  app.get('/favicon.ico', publicRoute, async (_request, reply) =>
    reply.type('image/x-icon').header('cache-control', 'public, max-age=86400').send(favicon),
  )
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** OpenSearch 1.1: browsers offer the search in their address bar. */
const openSearch = ({ view: { site } }: PageMatter): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>政府信息公开</ShortName>
<Description>${xml(`在${site.name}中搜索`)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>zh-CN</Language>
<Image width="16" height="16" type="image/x-icon">${xml(`${site.origin}/favicon.ico`)}</Image>
<Url type="text/html" template="${xml(`${site.origin}/search?q={searchTerms}`)}"/>
</OpenSearchDescription>
`

/** RFC 9116. Without a way to reach anybody there is none: a file without contact is no such file. */
function securityText(origin: string, organs: readonly Organ[], until: Date): string | undefined {
  const contacts = organs
    .filter(({ parentId }) => parentId === null)
    .flatMap(({ email, phone }) =>
      email
        ? `mailto:${email}`
        : /^\+?[\d-]+$/.test(phone)
          ? `tel:${phone.startsWith('+') ? phone : `+86-${phone.replace(/^0/, '')}`}`
          : [],
    )
  if (contacts.length === 0) return undefined
  const lines = contacts.map((contact) => `Contact: ${contact}`)
  const rest = ['Preferred-Languages: zh', `Canonical: ${origin}${aboutAddresses.security}`]
  return [...lines, `Expires: ${until.toISOString()}`, ...rest, ''].join('\n')
}
