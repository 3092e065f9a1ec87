import { z } from 'zod'
import type { Organ } from './organ.ts'
import { line } from './text.ts'

const icpNumber = /^\p{Script=Han}ICP备\d{6,12}号(?:-\d{1,3})?$/u
const policeNumber = /^\p{Script=Han}公网安备\d{14}号$/u
const withoutSpaces = (text: string): string => text.replace(/\s/g, '')
const latin = (most: number) => line(most).refine((text) => !/\p{Script=Han}/u.test(text), '请用英文填写')

/**
 * What the site says of itself beside the organ's own facts. The site is its uppermost organ's: of the others only the
 * English name is shown. What is empty is left out of the pages.
 */
export const SiteFacts = z.strictObject({
  /** 承办单位; the organiser (主办) is the uppermost organ itself. */
  undertaker: line(60),
  icpNumber: line(40)
    .transform(withoutSpaces)
    .refine((text) => text === '' || icpNumber.test(text), 'ICP备案号的写法如“黑ICP备12345678号-1”'),
  policeNumber: line(40)
    .transform(withoutSpaces)
    .refine((text) => text === '' || policeNumber.test(text), '公安联网备案号的写法如“黑公网安备23040002000001号”'),
  dataLicence: line(600),
  englishName: latin(120),
  englishAddress: latin(200),
})
export type SiteFacts = z.infer<typeof SiteFacts>

/** What 政府网站发展指引 wants in the footer and the uppermost organ has not filed, in its Chinese names. */
export function missingOfSite(organ: Organ): string[] {
  const wanted: readonly (readonly [string, string])[] = [
    ['政府网站标识码', organ.siteCode],
    ['ICP备案号', organ.icpNumber],
    ['公安联网备案号', organ.policeNumber],
    ['联系电话', organ.phone],
    ['办公地址', organ.address],
  ]
  return wanted.flatMap(([name, filed]) => (filed === '' ? [name] : []))
}
