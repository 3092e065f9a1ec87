import { findMark, findMarkInName } from '../../files/classified-mark.ts'
import type { Finding } from './finding.ts'
import type { Gate } from './gate.ts'
import { plainOf } from './passages.ts'
import { finding } from './rules.ts'

const internal =
  /(?:内部(?:资料|文件|材料|刊物|情况)|(?<!\p{Script=Han})内部(?:参阅|传阅|参考|使用))[,、;: ]{0,2}(?:请?注意保存|妥善保管|不得外传|严禁外传|请勿外传|禁止外传)/gu
/** What a paper says of itself; a rule that others are to keep something within is none. */
const ofThisPaper =
  /(?<=^|[,。;:(\n\s])(?:本|此|该)(?:文件|材料|资料|件|表|通知|报告|汇编|文|册|手册|纪要|简报|名单)(?:内容)?[,: ]?(?:(?:仅|只|限)(?:供|限)?(?:于|在)?\p{Script=Han}{0,6}(?:内部|系统内)(?:使用|参考|传阅|参阅|掌握|交流|工作使用)|(?:系|为|属于?)内部(?:资料|文件|材料)|[^。;\n]{0,12}(?:请勿|不得|严禁|禁止|切勿)(?:外传|外泄|对外(?:传播|提供|公开|发布|泄露)))/gu
const keepWithinAlone =
  /^[[(【〔 ]{0,2}(?:注意保密[,、 ]?)?(?:请勿|严禁|禁止|切勿|不得)(?:外传|外泄|对外(?:传播|提供|公开|发布))[!。\])】〕 ]{0,2}$|^[[(【〔 ]{0,2}(?:仅|只|限)(?:供|限)内部(?:使用|参考|传阅|参阅)(?:[,、;: ]{0,2}(?:请勿|严禁|禁止|不得)外传)?[!。\])】〕 ]{0,2}$/
const internalAlone = /^[[(【〔 ]{0,2}内部(?:资料|文件|材料|刊物|参阅|使用)[\])】〕 ]{0,2}$/
const workSecret = /工作秘密[★☆]|^[[(【〔 ]{0,2}工作秘密(?:[ :]?(?:\d{1,2}|长期)年?)?[\])】〕 ]{0,2}$/
const notPublic = /[(]?此件(?:不予公开|不公开|依申请公开|内部发放)[)]?/g

/** Marks of state secrets and work secrets, and of papers for internal use. Where one is, nothing else matters. */
export const secrecyMarkGate: Gate = (content, { passages }) => [
  ...[...Map.groupBy(passages, ({ place }) => place.replace(/:\d+$/, ''))].flatMap(([place, texts]): Finding[] => {
    const mark = findMark(texts.map(({ text }) => text).join('\n'))
    return mark ? [finding('secrecyMark', place, mark)] : []
  }),
  ...content.attachments.flatMap(({ fileId, name }) => {
    const mark = findMarkInName(name)
    return mark ? [finding('secrecyMark', `attachment:${fileId}`, mark)] : []
  }),
  ...passages.flatMap(({ place, text }) => {
    const plain = plainOf(text)
    const lines = plain.split('\n').map((line) => line.trim())
    return [
      ...lines.filter((line) => workSecret.test(line)).map((line) => finding('secrecyMark', place, line.slice(0, 40))),
      ...lines.filter((line) => internalAlone.test(line)).map((line) => finding('internalMark', place, line)),
      ...lines.filter((line) => keepWithinAlone.test(line)).map((line) => finding('internalMark', place, line)),
      ...[...plain.matchAll(ofThisPaper)].map(([words]) => finding('internalMark', place, words)),
      ...[...plain.matchAll(internal)].map(([words]) => finding('internalMark', place, words)),
      ...(content.attribute === 'proactive' && !place.startsWith('attributeReason')
        ? [...plain.matchAll(notPublic)].map(([words]) => finding('notForPublic', place, words))
        : []),
    ]
  }),
]
