import type { LightMyRequestResponse } from 'fastify'
import type { aVisitor, SentFile, Texts } from './forms.ts'
import { hiddenField } from './forms.ts'

/** A browser at the pages of asking: it keeps cookies, and goes where it is sent. */
export function aBrowser(who: ReturnType<typeof aVisitor>) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = ({ headers }: LightMyRequestResponse) => {
    for (const text of [headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
  }
  let at = ''
  const follow = async (url: string, answer: LightMyRequestResponse): Promise<LightMyRequestResponse> => {
    keep(answer)
    at = url
    const to = answer.headers.location
    return typeof to === 'string' ? follow(to, await who.get(to, { cookie: cookie() })) : answer
  }
  return {
    /** Where the last answer stands. */
    at: () => at,
    get: async (url: string) => follow(url, await who.get(url, { cookie: cookie() })),
    send: async (url: string, texts: Texts) => follow(url, await who.send(url, texts, { cookie: cookie() })),
    upload: async (url: string, texts: Texts, files: readonly SentFile[] = []) =>
      follow(url, await who.upload(url, texts, files, { cookie: cookie() })),
    cookie,
    /** Writes the wish and goes on to the form; tells its key. */
    begin: async (path: string, content: string) => {
      const first = await follow(`${path}/new`, await who.get(`${path}/new`, { cookie: cookie() }))
      const key = hiddenField(first.body, 'key')
      await follow(`${path}/new`, await who.send(`${path}/new`, { key, content }, { cookie: cookie() }))
      if (at.includes('/suggestions'))
        await follow(at, await who.send(`${path}/new/details`, { key }, { cookie: cookie() }))
      return key
    },
  }
}
