import { diffArrays, diffWords } from 'diff'
import { paragraphsOf } from '../text/plain.ts'
import { actLabels, type Content, disclosureAttributes, fieldLabels, originalities } from './content.ts'
import { recordTypeOf } from './record-type.ts'

/** A run of words that stayed, came or went. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What changed in one place, word by word. */
export interface Change {
  /** The field, or `text:<paragraph>` in the newer text, counted from nought. */
  readonly place: string
  readonly label: string
  readonly words: readonly WordChange[]
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of two texts set against each other, by Chinese words. */
export function wordChanges(before: string, after: string): WordChange[] {
  return diffWords(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
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
  const text = textChanges(paragraphsOf(before.text), paragraphsOf(after.text))
  const isReset = text.length === 0 && JSON.stringify(before.text) !== JSON.stringify(after.text)
  return [...fields, ...text, ...(isReset ? [{ place: 'text', label: '正文格式', words: [] }] : [])]
}

/** Paragraphs that came, went or were rewritten; a removed one and an added one in the same spot are one rewriting. */
function textChanges(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = []
  let at = 0
  let gone: string[] = []
  const label = (paragraph: number) => `正文第${paragraph + 1}段`
  const flush = () => {
    for (const text of gone) changes.push({ place: `text:${at}`, label: label(at), words: [{ kind: 'removed', text }] })
    gone = []
  }
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) {
      gone = [...value]
      continue
    }
    if (added)
      for (const text of value) {
        const was = gone.shift()
        const words = was === undefined ? [{ kind: 'added' as const, text }] : wordChanges(was, text)
        changes.push({ place: `text:${at}`, label: label(at), words })
        at += 1
      }
    flush()
    if (!added) at += value.length
  }
  flush()
  return changes
}
