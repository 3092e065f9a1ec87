import { Extension, Mark, mergeAttributes, Node } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { isFileId } from './clean-paste.ts'

const allowedLink = /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i
export const isAllowedLink = (href: string): boolean => href.length <= 2000 && allowedLink.test(href)

/** Where a paragraph stands; carried by an attribute, because the page's policy forbids written styles. */
const Alignment = Extension.create({
  name: 'alignment',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        textAlign: {
          default: null,
          parseHTML: (element) => {
            const side = element.getAttribute('data-align') ?? element.getAttribute('align')?.toLowerCase()
            return side === 'center' || side === 'right' ? side : null
          },
          renderHTML: ({ textAlign }) => (textAlign ? { 'data-align': textAlign } : {}),
        },
      },
    },
  ],
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isAllowedLink(element.getAttribute('href') ?? '') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes), 0],
})

/** Raised and lowered words: one of both at a time. */
const scriptOf = (name: 'superscript' | 'subscript', tag: 'sup' | 'sub', key: string) =>
  Mark.create({
    name,
    excludes: name === 'superscript' ? 'subscript' : 'superscript',
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(this.name) }
    },
  })

/** Numbers are counted from one; a list that counts otherwise is written out, so that no number changes by itself. */
const listOf = (name: 'bulletList' | 'orderedList', tag: 'ul' | 'ol') =>
  Node.create({
    name,
    group: 'block list',
    content: 'listItem+',
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  })

/** Depth of a paragraph in the editor from which no item goes deeper: far beyond any outline. */
const deepestSink = 16

const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      // Deeper, no text could be saved.
      Tab: () => this.editor.state.selection.$from.depth > deepestSink || this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

/** A picture is a file of the record, never an address; how it is shown is added where it is edited. */
export const Picture = Image.extend({
  addAttributes: () => ({
    fileId: { default: null, parseHTML: (element) => element.getAttribute('data-file-id'), renderHTML: () => ({}) },
    alt: { default: '' },
  }),
  parseHTML: () => [
    {
      tag: 'img[data-file-id]',
      getAttrs: (element) => (isFileId(element.getAttribute('data-file-id') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => ['img', { ...HTMLAttributes, 'data-file-id': node.attrs.fileId }],
})

const spans = {
  colspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'colspan') },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'rowspan') },
  // Of each column that the cell is over, as copied from this editor.
  colwidth: {
    default: null,
    parseHTML: (element: HTMLElement) => widthsOf(element.getAttribute('data-widths')),
    renderHTML: ({ colwidth }: { colwidth?: number[] | null }) =>
      colwidth ? { 'data-widths': colwidth.join(' ') } : {},
  },
}
const widthsOf = (written: string | null): number[] | null =>
  written !== null && /^\d{1,4}(?: \d{1,4}){0,99}$/.test(written) ? written.split(' ').map(Number) : null
const spanOf = (element: HTMLElement, name: string): number =>
  Math.min(Math.max(Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1, 1), 100)

/** Everything that a text may hold (src/text/text.ts), and nothing else: whatever is pasted is read by this. */
export const textExtensions = [
  StarterKit.configure({
    bulletList: false,
    orderedList: false,
    listItem: false,
    link: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    heading: { levels: [2, 3, 4] },
  }),
  Alignment,
  Link,
  scriptOf('superscript', 'sup', 'Mod-.'),
  scriptOf('subscript', 'sub', 'Mod-,'),
  listOf('bulletList', 'ul'),
  listOf('orderedList', 'ol'),
  ListItem,
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: true }),
  TableRow,
  TableCell.extend({ addAttributes: () => spans }),
  TableHeader.extend({ addAttributes: () => spans }),
]
