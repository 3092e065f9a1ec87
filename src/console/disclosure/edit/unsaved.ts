import type { Content } from '../../../disclosure/content.ts'
import type { Finding } from '../../../disclosure/gates/finding.ts'
import { paragraphsOf } from '../../../text/plain.ts'
import { lineOf } from '../../../text/where.ts'
import { Problem } from '../../problem.ts'
import { placeLabel } from '../place-label.ts'

/** Something for which the server did not take a text: where it stands, and why. */
export interface RefusedAt {
  /** As `Place` knows it; null where it is nowhere in particular. */
  readonly place: string | null
  readonly label: string
  readonly why: string
}

/** What the server did not take, place by place. */
export function refusedAt({ fields, message }: Problem, content: Content): RefusedAt[] {
  const found = Object.entries(fields).map(([path, words]): RefusedAt => {
    const place = placeOf(path, content)
    const label = place === null ? '' : placeLabel(place, { type: content.type, content })
    // The text says itself which paragraph it is: 正文第3段的链接应以……
    const why = label !== '' && words.startsWith(label) ? words.slice(label.length).replace(/^的/, '') : words
    return { place, label, why }
  })
  return found.length > 0 ? found : [{ place: null, label: '', why: message }]
}

/** In one sentence. */
export const refusedWords = (problem: Problem, content: Content): string =>
  refusedAt(problem, content)
    .map(({ label, why }) => (label === '' ? why : `${label}：${why}`))
    .join('；')

function placeOf(path: string, { attachments }: Content): string | null {
  const [first = '', name = '', second = ''] = path.split('.')
  if (first !== 'content' || name === '') return null
  const file = name === 'attachments' ? attachments[Number(second)] : undefined
  if (file) return `attachment:${file.fileId}`
  if (name === 'text') return second === '' ? 'text' : `text:${second}`
  return (name === 'act' || name === 'fields') && second !== '' ? `${name}.${second}` : name
}

/** The findings that are about what still stands there as it was when the gates looked: the text that is saved. */
export function stillStanding(findings: readonly Finding[], saved: Content, now: Content): Finding[] {
  const [before, after] = [saved, now].map(({ text }) => paragraphsOf(text))
  return findings.filter(({ place }) => {
    const [kind = '', rest = ''] = place.split(':')
    if (kind === 'text') {
      if (rest === '') return JSON.stringify(saved.text) === JSON.stringify(now.text)
      return before?.[Number(rest)] === after?.[Number(rest)]
    }
    if (kind === 'attachment') return same(fileIn(saved, rest), fileIn(now, rest))
    const [part = '', name] = kind.split('.')
    return same(partOf(saved, part, name), partOf(now, part, name))
  })
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const fileIn = ({ attachments }: Content, id: string) => attachments.find(({ fileId }) => fileId === id)

/** Undefined for a place that is no part of a content, such as the day by which it is to be published: that one stands. */
function partOf(content: Content, part: string, name: string | undefined): unknown {
  const value: unknown = Reflect.get(content, part)
  return name === undefined || typeof value !== 'object' || value === null ? value : Reflect.get(value, name)
}

/** Throws as the server would, which cannot read such a text at all and so could not say where: halves of signs, and NUL. */
export function refuseUnreadable(content: Content): void {
  const path = pathTo(content, (text) => !text.isWellFormed() || text.includes('\0'))
  if (!path) return
  const why = '有不能识别的字符，请删去后重新输入'
  const at = path[0] === 'text' ? ['text', String(lineOf(content.text, path.slice(1)))] : path
  throw new Problem(422, 'invalid_request', why, undefined, { [['content', ...at].join('.')]: why })
}

function pathTo(value: unknown, isSought: (text: string) => boolean): string[] | undefined {
  if (typeof value === 'string') return isSought(value) ? [] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const path = pathTo(inner, isSought)
    if (path) return [key, ...path]
  }
  return undefined
}
