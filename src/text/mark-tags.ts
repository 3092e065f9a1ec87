/** How each mark but a link is written in a page that people read. */
export const markTags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
  strike: 's',
} as const
