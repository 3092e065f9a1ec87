import { findMark, findMarkInName } from '../../files/classified-mark.ts'
import type { Finding } from './finding.ts'
import type { Gate } from './gate.ts'
import { plainOf } from './passages.ts'
import { finding } from './rules.ts'

const internal =
  /内部(?:资料|文件|材料|刊物|情况)[,、;: ]{0,2}(?:请?注意保存|妥善保管|不得外传|严禁外传|请勿外传|禁止外传)/g
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
      ...[...plain.matchAll(internal)].map(([words]) => finding('internalMark', place, words)),
      ...(content.attribute === 'proactive' && !place.startsWith('attributeReason')
        ? [...plain.matchAll(notPublic)].map(([words]) => finding('notForPublic', place, words))
        : []),
    ]
  }),
]
