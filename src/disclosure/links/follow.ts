import { lookup as resolve } from 'node:dns'
import { type ClientRequest, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, publicUrl } from './public-address.ts'

export interface FollowRules {
  /** Which addresses may be called: never our own network, whatever name leads there. */
  readonly mayCall: (address: string) => boolean
  readonly urlOf: (href: string) => URL | undefined
  readonly timeoutMs: number
}

export const publicRules: FollowRules = { mayCall: isPublicAddress, urlOf: publicUrl, timeoutMs: 10_000 }
const mostRedirects = 5

/**
 * Follows a link as a reader would and says what is wrong, or null. Only http and https, only public addresses: what a name
 * stands for is judged as the connection is made, so that a name cannot change its mind in between.
 */
export async function followLink(href: string, rules: FollowRules = publicRules): Promise<string | null> {
  let next = href
  for (let count = 0; count <= mostRedirects; count += 1) {
    const url = rules.urlOf(next)
    if (!url) return count === 0 ? '不是可以公开访问的网址' : '转到了不能公开访问的网址'
    const { status, location, problem } = await ask(url, rules)
    if (problem) return problem
    if (status < 300 || status === 304) return null
    if (status < 400 && location && URL.canParse(location, url)) next = new URL(location, url).href
    // Many servers let programs in only under conditions; the page is there.
    else return [401, 403, 405, 412, 429, 503].includes(status) ? null : `对方网站答复${status}`
  }
  return '转来转去，没有打开'
}

interface Reply {
  readonly status: number
  readonly location?: string | undefined
  readonly problem?: string
}

function ask(url: URL, { mayCall, timeoutMs }: FollowRules): Promise<Reply> {
  return new Promise((done) => {
    const guarded: LookupFunction = (name, options, callback) => {
      resolve(name, { ...options, all: true }, (error, found) => {
        const addresses = error ? [] : found.filter(({ address }) => mayCall(address))
        const [first] = addresses
        if (!first) callback(error ?? Object.assign(new Error('not public'), { code: 'ENOTPUBLIC' }), [])
        else if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      })
    }
    let call: ClientRequest | undefined
    const end = (reply: Reply) => {
      clearTimeout(timer)
      done(reply)
      call?.destroy()
    }
    const timer = setTimeout(() => end({ status: 0, problem: '很久没有答复' }), timeoutMs)
    const send = url.protocol === 'https:' ? secureRequest : plainRequest
    call = send(url, { lookup: guarded, agent: false, headers: { 'user-agent': 'kaicheng-link-check', accept: '*/*' } })
    call.on('response', ({ statusCode = 0, headers }) => end({ status: statusCode, location: headers.location }))
    call.on('error', (error: NodeJS.ErrnoException) => end({ status: 0, problem: problemOf(error.code) }))
    call.end()
  })
}

function problemOf(code = ''): string {
  if (code === 'ENOTPUBLIC') return '网址指向内部网络'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '找不到这个网站'
  if (/CERT|SSL|TLS|SELF_SIGNED/.test(code)) return '对方网站的证书有问题'
  return '连接不上'
}
