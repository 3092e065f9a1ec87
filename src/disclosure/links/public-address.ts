import { BlockList, isIP } from 'node:net'

/** IANA special-purpose registries: nothing that the public could reach, and much that only we could. */
const reserved = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  reserved.addSubnet(network, bits, 'ipv4')
/** Of version 6 only 2000::/3 is handed out; in it documentation and the addresses that hide one of version 4. */
const handedOut = new BlockList()
handedOut.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  reserved.addSubnet(network, bits, 'ipv6')

/** Whether a numeric address is one that everybody can reach. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !reserved.check(address, 'ipv4')
  return version === 6 && handedOut.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
}

const privateNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|example|invalid|localdomain|arpa)$/

/**
 * The address if it is a whole one that the public could follow: http or https, a name with a dot or a public number, no
 * name and password in it. Undefined for all others.
 */
export function publicUrl(href: string): URL | undefined {
  if (/[\s<>"\\^`{|}]/.test(href) || !/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href)) return undefined
  const url = new URL(href)
  if (url.username || url.password) return undefined
  const host = url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (isIP(host) > 0) return isPublicAddress(host) ? url : undefined
  return host.includes('.') && !privateNames.test(host) ? url : undefined
}

/** 政府网站发展指引: *.gov.cn; party organs and institutions have their own endings. */
export const isGovernmentSite = ({ hostname }: URL): boolean => /(?:^|\.)gov\.cn$/.test(hostname)
