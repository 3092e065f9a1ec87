import type { IncomingMessage } from 'node:http'
import { isWithin, listOf } from './address-list.ts'

/** From where requests come: by the connection, or by what a proxy that is believed says of it. */
export interface Addresses {
  /** Whether what a peer at this address says of others is believed. */
  readonly trusts: (address: string) => boolean
  /** Of whoever asks; what the server behind calls `request.ip`. */
  readonly of: (request: IncomingMessage) => string
  /** The peer says that it hands on a request of somebody else, but is none of the proxies: whose it is cannot be known. */
  readonly isUnbelieved: (request: IncomingMessage) => boolean
}

const named: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}
const marks = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded'] as const

/** Throws for a proxy that is neither an address nor a network. */
export function openAddresses(proxies: readonly string[]): Addresses {
  const list = proxies.length > 0 ? listOf(proxies.flatMap((each) => named[each] ?? [each])) : undefined
  const trusts = (address: string): boolean => list !== undefined && isWithin(list, address)
  const isMarked = ({ headers }: IncomingMessage) => marks.some((mark) => headers[mark] !== undefined)
  return {
    trusts,
    of: (request) => {
      const peer = request.socket.remoteAddress ?? ''
      if (!list || !trusts(peer)) return peer
      const hops = [request.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',')
      const asked = hops.map((hop) => hop.trim()).filter((hop) => hop !== '')
      return asked.findLast((hop) => !trusts(hop)) ?? asked[0] ?? peer
    },
    isUnbelieved: (request) => isMarked(request) && !trusts(request.socket.remoteAddress ?? ''),
  }
}

/** Says once on stderr what to set where a proxy stands before the server and nobody has said so. */
export function warnOfProxies({ isUnbelieved }: Addresses, write: (text: string) => void) {
  let isSaid = false
  return (request: IncomingMessage): void => {
    if (isSaid || !isUnbelieved(request)) return
    isSaid = true
    write(
      `提示：来自 ${request.socket.remoteAddress} 的请求带有代理转发的标记，但该地址没有列为可信的代理，来访者的真实地址无从得知。` +
        `确是本单位的反向代理的，请设置 KAICHENG_PROXIES=${request.socket.remoteAddress} 后重新启动；不是的，不必处理。\n`,
    )
  }
}
