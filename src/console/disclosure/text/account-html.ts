import type { Text } from '../../../text/text.ts'
import { type Dress, htmlOfText, written } from './html-of-text.ts'

const line = 'border:1px solid #b8c0cc;padding:4px 6px;text-align:left;vertical-align:top'
const styles: Readonly<Record<string, string>> = {
  h2: 'margin:1.5em 0 .75em;font-size:18px;font-weight:bold;line-height:1.5',
  h3: 'margin:1.25em 0 .5em;font-size:17px;font-weight:bold;line-height:1.5',
  h4: 'margin:1em 0 .5em;font-size:16px;font-weight:bold;line-height:1.5',
  ul: 'margin:0 0 1em;padding-left:2em',
  ol: 'margin:0 0 1em;padding-left:2em',
  blockquote: 'margin:0 0 1em;padding-left:1em;border-left:3px solid #b8c0cc',
  table: 'width:100%;margin:0 0 1em;border-collapse:collapse;font-size:14px',
  th: `${line};font-weight:bold;background:#f3f5f9`,
  td: line,
}
const paragraph = 'margin:0 0 1em;line-height:1.75'
const withinCell = 'margin:0;line-height:1.6'

/** Editors of public accounts drop classes, and links that lead out; a picture has to be put in there. */
const forAccounts: Dress = {
  attributes: (tag) => (styles[tag] ? ` style="${styles[tag]}"` : ''),
  // An aligned paragraph is not indented.
  paragraph: (side, isInCell) => {
    const isAligned = side === 'center' || side === 'right'
    const style = isInCell ? withinCell : `${paragraph};${isAligned ? `text-align:${side}` : 'text-indent:2em'}`
    return `${isAligned ? ` align="${side}"` : ''} style="${style}"`
  },
  picture: ({ alt }) => `<p style="${withinCell}">［请在此处插入图片：${written(alt) || '没有说明'}］</p>`,
  link: (_, inner) => inner,
}

interface Origin {
  readonly organName: string
  readonly indexNumber: string
  readonly address: string
}

/** A public text as HTML to be pasted into the editor of a public account, with where it stands on the platform. */
export const accountHtml = (text: Text, { organName, indexNumber, address }: Origin): string => {
  const body = htmlOfText(text, forAccounts)
  const origin = [`发布机关：${organName}`, `索引号：${indexNumber}`, `原文网址：${address}`]
  return `<section style="font-size:16px;color:#222">${body}<p style="${withinCell};font-size:14px;color:#666">${origin.map(written).join('<br>')}</p></section>`
}
