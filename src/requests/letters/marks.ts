import { findMark, findMarkInName } from '../../files/classified-mark.ts'

/** A level as such. 商业秘密, 国家秘密 and 技术秘密 are what the law calls them, and no mark. */
const levels = [
  /(?<!商业|企业|技术|公司|客户)(?:[绝絕]密|[机機]密)/u,
  /密级(?:[:：]|为|是|定为)?(?:秘|祕)密|(?<!国家|商业|工作|技术|个人|企业)(?:秘|祕)密(?:级|件|\d{1,2}年|[一二三四五六七八九十]{1,3}年|长期)/u,
]
const careful = '(?:请?注意保存|妥善保管|不得外传|严禁外传|请勿外传|禁止外传)'
const internal = [
  /内部资料/u,
  new RegExp(`内部(?:文件|材料|刊物|情况|参阅|传阅|使用|掌握)[,，、;；:：]?${careful}`, 'u'),
  /^[[【(〔]?内部(?:文件|材料|刊物|参阅|传阅|使用)[\]】)〕]?$/mu,
  /[[【〔]内部(?:文件|材料|刊物|参阅|传阅|使用)[\]】〕]/u,
  /工作秘密[★☆*]/u,
  /此件(?:不予公开|不公开|内部发放)/u,
]

/** The mark of secrecy or of internal use in a text of a letter, in whatever way it is spaced or written. */
export function markIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[^\S\n]+|\p{Cf}+/gu, '')
  const found = [...levels, ...internal].flatMap((pattern) => pattern.exec(plain)?.[0] ?? [])[0]
  return findMark(text) ?? findMarkInName(text.replace(/\n/g, ' ')) ?? found
}
