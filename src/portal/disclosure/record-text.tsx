import type { ReactNode } from 'react'
import { markTags } from '../../text/mark-tags.ts'
import { wordsOf } from '../../text/plain.ts'
import type { Block, Inline, TableRow, Text } from '../../text/text.ts'
import { each } from '../each.ts'
import { salutationOf } from './salutation.ts'

type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number]

function marked(text: string, marks: readonly Mark[]): ReactNode {
  const [outer, ...inner] = marks
  if (!outer) return text
  if (outer.type !== 'link') {
    const Tag = markTags[outer.type]
    return <Tag>{marked(text, inner)}</Tag>
  }
  const { href } = outer.attrs
  return (
    <a href={href} {...(/^https?:/i.test(href) && { rel: 'noopener nofollow' })}>
      {marked(text, inner)}
    </a>
  )
}

const Inlines = ({ content = [] }: { content?: readonly Inline[] | undefined }) =>
  each(content, (inline) =>
    inline.type === 'hardBreak' ? <br /> : inline.marks?.length ? marked(inline.text, inline.marks) : inline.text,
  )

interface Place {
  /** Where the pictures of the record are. */
  readonly fileAt: (fileId: string) => string
  /** Counts the tables, since each frame needs a name of its own. */
  readonly nextTable: () => number
  /** To whom a document is addressed; stands at the edge (GB/T 9704-2012 7.3.3). */
  readonly salutation: Block | undefined
}

const isHeader = (row: TableRow) => row.content.every(({ type }) => type === 'tableHeader')

/** 1,234.56, -3.2%, （5）: what stands at the right edge of its column. */
const isFigure = ([only, ...others]: readonly Block[]): boolean =>
  only?.type === 'paragraph' &&
  others.length === 0 &&
  /^[（(]?[+−-]?\d[\d,，]*(?:\.\d+)?[%％‰]?[）)]?$/.test(wordsOf(only.content).trim())

/** Of more columns, or of these with figures that must not be broken, a table may be wider than a phone. */
const [mostOnPhone, mostOfFigures] = [3, 2]

function isWide(rows: readonly TableRow[]): boolean {
  const columns = Math.max(
    ...rows.map(({ content }) => content.reduce((sum, { attrs }) => sum + (attrs?.colspan ?? 1), 0)),
  )
  const hasFigures = rows.some(({ content }) => content.some((cell) => isFigure(cell.content)))
  return columns > (hasFigures ? mostOfFigures : mostOnPhone)
}

/** A wide table scrolls in its frame, which the keyboard reaches; headers say whether they head a column or a row. */
function Table({ rows, place }: { rows: readonly TableRow[]; place: Place }) {
  const firstOfBody = rows.findIndex((row) => !isHeader(row))
  const bodyAt = firstOfBody < 0 ? rows.length : firstOfBody
  const print = (row: TableRow, scope: 'col' | 'row') => (
    <tr>
      {each(row.content, ({ type, attrs, content }) => {
        const spans = {
          ...((attrs?.colspan ?? 1) > 1 && { colSpan: attrs?.colspan }),
          ...((attrs?.rowspan ?? 1) > 1 && { rowSpan: attrs?.rowspan }),
        }
        const inner = <Blocks blocks={content} place={place} />
        return type === 'tableHeader' ? (
          <th scope={scope} {...spans}>
            {inner}
          </th>
        ) : (
          <td className={isFigure(content) ? 'number' : undefined} {...spans}>
            {inner}
          </td>
        )
      })}
    </tr>
  )
  const table = (
    <table className="ruled-table text-table">
      {bodyAt > 0 && <thead>{each(rows.slice(0, bodyAt), (row) => print(row, 'col'))}</thead>}
      <tbody>{each(rows.slice(bodyAt), (row) => print(row, 'row'))}</tbody>
    </table>
  )
  const name = `表格${place.nextTable()}`
  if (!isWide(rows)) return <div className="table-frame">{table}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-frame scrolling" aria-label={`${name}，可左右滚动`} tabIndex={0}>
      {table}
    </section>
  )
}

function OneBlock({ block, place }: { block: Block; place: Place }) {
  switch (block.type) {
    case 'paragraph': {
      const align = block.attrs?.textAlign
      const className =
        align && align !== 'left' ? `to-${align}` : block === place.salutation ? 'salutation' : undefined
      return (
        <p className={className}>
          <Inlines content={block.content} />
        </p>
      )
    }
    case 'heading': {
      const { level } = block.attrs
      const inner = <Inlines content={block.content} />
      return level === 2 ? <h2>{inner}</h2> : level === 3 ? <h3>{inner}</h3> : <h4>{inner}</h4>
    }
    case 'image':
      return (
        <figure>
          <img src={place.fileAt(block.attrs.fileId)} alt={block.attrs.alt} loading="lazy" />
        </figure>
      )
    case 'bulletList':
    case 'orderedList': {
      const items = each(block.content, ({ content }) => (
        <li>
          <Blocks blocks={content} place={place} />
        </li>
      ))
      return block.type === 'bulletList' ? <ul>{items}</ul> : <ol>{items}</ol>
    }
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.content} place={place} />
        </blockquote>
      )
    case 'table':
      return <Table rows={block.content} place={place} />
  }
}

const Blocks = ({ blocks, place }: { blocks: readonly Block[]; place: Place }) =>
  each(blocks, (block) => <OneBlock block={block} place={place} />)

/** The text of a record as HTML by its meaning. */
export function RecordText({ text, fileAt }: { text: Text; fileAt: Place['fileAt'] }) {
  let tables = 0
  const nextTable = () => {
    tables += 1
    return tables
  }
  return (
    <div className="record-text">
      <Blocks blocks={text.content} place={{ fileAt, nextTable, salutation: salutationOf(text) }} />
    </div>
  )
}
