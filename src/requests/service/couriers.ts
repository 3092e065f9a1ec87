import { refusals } from '../../refusal.ts'

/** Couriers by name; what they carry is no service (邮政法 55: only the postal enterprise carries documents of state organs). */
const couriers =
  /顺丰|圆通|中通|申通|韵达|极兔|京东|德邦|百世|天天快递|宅急送|跨越速运|优速|速尔|安能|丹鸟|菜鸟|丰巢|闪送|达达|货拉拉|同城快送|(?<![A-Z])SF\d{6,}|\b(?:DHL|FEDEX|UPS|TNT)\b/u
const courier = /快递|快运|速递|速运|闪送|跑腿|物流/u
const postal = /邮政|EMS|特快专递/u

/** Whether words name a courier that may not carry it. */
export function isForeignCourier(words: string): boolean {
  const spaced = words.normalize('NFKC').toUpperCase()
  const plain = spaced.replace(/\s+/gu, '')
  return couriers.test(plain) || couriers.test(spaced) || (courier.test(plain) && !postal.test(plain))
}

/** How a letter is served, as it was typed. Refuses a courier that may not carry it. */
export function servedBy(service: string): string {
  if (isForeignCourier(service)) throw refusals.foreignCourier('service')
  return service
}
