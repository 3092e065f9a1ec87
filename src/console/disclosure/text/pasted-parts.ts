import type { MarkupElement } from '../../../typesetting/markup-tree.ts'
import { styleOf } from './pasted-styles.ts'

const ofOffice = /urn:schemas-microsoft-com:office|Kingsoft|class=["']?Mso|\bmso-/i

/** Whether what a clipboard marks as deleted is a change that Word or WPS tracks, and no word that a web page strikes out. */
export const isRevised = (html: string): boolean => ofOffice.test(html)

/** `commentMark`: the sign in the text at which a remark hangs. */
type Part = 'deleted' | 'inserted' | 'comment' | 'commentMark' | null

/**
 * What an element is among changes and remarks. The words that a remark is about are words of the text: only the remark itself and
 * its sign are none.
 */
export function kindOfPart(element: MarkupElement, isTracked: boolean): Part {
  const { name, attributes } = element
  const style = styleOf(element)
  const classes = (attributes.class ?? '').split(/\s+/)
  if (/mso-element\s{0,9}:\s{0,9}comment(?!-)/i.test(style)) return 'comment'
  if (/mso-special-character\s{0,9}:\s{0,9}comment/i.test(style)) return 'commentMark'
  if (classes.some((each) => /^(?:msocomanchor|MsoCommentReference)$/i.test(each))) return 'commentMark'
  const isNamed = isTracked || 'cite' in attributes || 'datetime' in attributes
  if ((name === 'del' && isNamed) || classes.includes('msoDel') || /mso-del-(?:author|time)/i.test(style))
    return 'deleted'
  if ((name === 'ins' && isNamed) || classes.includes('msoIns') || /mso-ins-(?:author|time)/i.test(style))
    return 'inserted'
  return null
}
