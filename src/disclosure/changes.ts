import { paragraphsOf } from '../text/plain.ts'
import { paragraphChanges, type WordChange, wordChanges } from '../text/word-changes.ts'
import { actLabels, type Content, disclosureAttributes, fieldLabels, originalities } from './content.ts'
import { recordTypeOf } from './record-type.ts'

/** What changed in one place, word by word. */
export interface Change {
  /** The field, or `text:<paragraph>` in the newer text, counted from nought. */
  readonly place: string
  readonly label: string
  readonly words: readonly WordChange[]
}

const printed = (content: Content, field: keyof typeof fieldLabels): string => {
  switch (field) {
    case 'act': {
      const { act } = content
      const { kind, ...more } = act
      const words = Object.entries(more).flatMap(([name, value]) =>
        name !== 'hideReason' && name !== 'changedOn' && value ? [value] : [],
      )
      const hides =
        act.kind === 'correct' && act.hideReason !== undefined ? [`隐去更正前的原文：${act.hideReason}`] : []
      const changed = act.kind === 'correct' && act.changedOn ? [`信息变更日期：${act.changedOn}`] : []
      return [actLabels[kind], ...words, ...changed, ...hides].join('；')
    }
    case 'attribute':
      return disclosureAttributes.find(({ id }) => id === content.attribute)?.label ?? ''
    case 'originality':
      return originalities.find(({ id }) => id === content.originality)?.label ?? ''
    case 'fields':
      return Object.entries(content.fields)
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            `${recordTypeOf(content.type).fields.find(({ id }) => id === name)?.label ?? name}：${value}`,
        )
        .join('；')
    case 'attachments':
      return content.attachments
        .map(({ name, sha256, alternative }) => `${name}（${sha256.slice(0, 8)}）${alternative}`)
        .join('\n')
    case 'keywords':
      return content.keywords.join('、')
    default:
      return String(content[field] ?? '')
  }
}

type LabelledField = keyof typeof fieldLabels
const labelledFields = Object.keys(fieldLabels).filter((field): field is LabelledField =>
  Object.hasOwn(fieldLabels, field),
)

/** Everything in which two contents differ: fields first, then paragraphs. Formatting alone shows as a note without words. */
export function changesBetween(before: Content, after: Content): Change[] {
  const fields = labelledFields.flatMap((field): Change[] => {
    const [was, is] = [printed(before, field), printed(after, field)]
    return was === is ? [] : [{ place: field, label: fieldLabels[field], words: wordChanges(was, is) }]
  })
  const text = paragraphChanges(paragraphsOf(before.text), paragraphsOf(after.text)).map(
    ({ paragraph, words }): Change => ({ place: `text:${paragraph}`, label: `正文第${paragraph + 1}段`, words }),
  )
  const isReset = text.length === 0 && JSON.stringify(before.text) !== JSON.stringify(after.text)
  return [...fields, ...text, ...(isReset ? [{ place: 'text', label: '正文格式', words: [] }] : [])]
}
