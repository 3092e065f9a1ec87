import { BlockList, isIP } from 'node:net'

/** Whether an address, as a connection or a header names it, is in the list. */
export const isWithin = (list: BlockList, address: string): boolean =>
  isIP(address) > 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Throws for what is neither an address nor a network. */
export function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    const prefix = bits === undefined ? most : Number(bits)
    if (version === 0 || !/^\d{0,3}$/.test(bits ?? '') || prefix > most)
      throw new Error(`“${entry}”不是网络地址，写法如 10.20.0.0/16 或者 10.20.3.4`)
    list.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
