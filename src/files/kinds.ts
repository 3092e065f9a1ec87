/** What may be uploaded. A file's kind is by its content, and its ending must agree. */
export const kinds = {
  pdf: { label: 'PDF', contentType: 'application/pdf', endings: ['.pdf'] },
  ofd: { label: 'OFD', contentType: 'application/ofd', endings: ['.ofd'] },
  docx: {
    label: 'Word 文档（.docx）',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['.docx'],
  },
  xlsx: {
    label: 'Excel 工作簿（.xlsx）',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['.xlsx'],
  },
  jpg: { label: 'JPEG 图片', contentType: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  png: { label: 'PNG 图片', contentType: 'image/png', endings: ['.png'] },
  bmp: { label: 'BMP 图片', contentType: 'image/bmp', endings: ['.bmp'] },
  gif: { label: 'GIF 图片', contentType: 'image/gif', endings: ['.gif'] },
  txt: { label: '文本', contentType: 'text/plain', endings: ['.txt'] },
} as const satisfies Record<string, { label: string; contentType: string; endings: readonly [string, ...string[]] }>

export type Kind = keyof typeof kinds
export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name)

export const isImage = (kind: Kind): boolean => kinds[kind].contentType.startsWith('image/')
