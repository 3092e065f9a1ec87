import { chineseDate, type PlainDate, yearMonthDay } from '../days/plain-date.ts'
import type { Organ } from '../organs/organ.ts'
import { qrOf } from '../typesetting/qr.ts'
import { type Asker, typesetPdf } from '../typesetting/typeset.ts'
import { printedCode } from './receipt.ts'
import source from './receipt.typ?raw'
import type { Submitted } from './submit.ts'

interface PrintedReceipt {
  readonly organ: Organ
  readonly submitted: Submitted
  readonly on: PlainDate
  /** Where the request is followed, with the site's name in front. */
  readonly address: string
}

/** The receipt as a tagged PDF, with code and secret: made for who fetches it and kept nowhere. As `typesetPdf`. */
export async function receiptPdf(
  { organ, submitted: { number, receipt }, on, address }: PrintedReceipt,
  asker: Asker,
): Promise<Uint8Array> {
  const phone = organ.phone ? `联系电话：${organ.phone}。` : ''
  const data = {
    title: '政府信息公开申请回执',
    organ: organ.name,
    day: yearMonthDay(on),
    lines: [
      ['受理机关', organ.name, false],
      ['申请编号', number, false],
      ['查询码', printedCode(receipt.code), true],
      ['查询口令', printedCode(receipt.secret), true],
      ['提交日期', chineseDate(on), false],
    ],
    words: [
      '凭查询码和查询口令可以查询进度、补正、撤回、下载答复，请妥善保管，不要告诉他人；遗失的，请带身份证件与本机关联系。',
      `通过互联网提交的，双方确认之日为收到申请之日；自收到申请之日起20个工作日内答复，需要延长的另行告知（《中华人民共和国政府信息公开条例》第三十一条、第三十三条）。${phone}`,
    ],
    address,
  }
  return typesetPdf(source, data, { pictures: new Map([['follow.svg', Buffer.from(await qrOf(address))]]), asker })
}
