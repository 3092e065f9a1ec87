import type { Organ } from '../../organs/organ.ts'

/** Whom to call, on one line; what the organ has not filled in is left out. */
export function contactLine(organ: Pick<Organ, 'name' | 'ogiWorkBody' | 'phone' | 'address'>): string {
  const { name, ogiWorkBody, phone, address } = organ
  const parts = [`联系单位：${ogiWorkBody || name}`, phone && `电话：${phone}`, address && `地址：${address}`]
  return parts.filter((part) => part !== '').join('，')
}
