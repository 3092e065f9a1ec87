import type { ReactNode } from 'react'
import { columnCount, columnShares } from '../../text/columns.ts'
import { markTags } from '../../text/mark-tags.ts'
import { type Notes, notePlace, notesIn, piecesOf } from '../../text/notes.ts'
import { wordsOf } from '../../text/plain.ts'
import { salutationOf } from '../../text/salutation.ts'
import type { Block, Inline, TableRow, Text } from '../../text/text.ts'
import { each } from '../each.ts'

type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number]

function marked(words: ReactNode, marks: readonly Mark[]): ReactNode {
  const [outer, ...inner] = marks
  if (!outer) return words
  if (outer.type !== 'link') {
    const Tag = markTags[outer.type]
    return <Tag>{marked(words, inner)}</Tag>
  }
  const { href } = outer.attrs
  return (
    <a href={href} {...(/^https?:/i.test(href) && { rel: 'noopener nofollow' })}>
      {marked(words, inner)}
    </a>
  )
}

/** The words of a line. `note`: which one it is. */
const Inlines = ({ content = [], notes, note }: InlinesProps) =>
  each(content, (inline, at) =>
    inline.type === 'hardBreak' ? (
      <br />
    ) : (
      each(piecesOf(inline, notes, at === 0 ? note : undefined), ({ words, to, place }) => {
        const inner =
          to === undefined ? (
            words
          ) : (
            <a href={`#${to}`} id={place} aria-label={note === undefined ? `注释${words}` : `${words}回到正文`}>
              {words}
            </a>
          )
        return marked(inner, inline.marks ?? [])
      })
    ),
  )

interface InlinesProps {
  readonly content?: readonly Inline[] | undefined
  readonly notes: Notes
  readonly note?: number | undefined
}

interface Place {
  /** Where the pictures of the record are. */
  readonly fileAt: (fileId: string) => string
  /** Counts the tables, since each frame needs a name of its own. */
  readonly nextTable: () => number
  /** To whom a document is addressed; stands at the edge (GB/T 9704-2012 7.3.3). */
  readonly salutation: Block | undefined
  readonly notes: Notes
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
  const columns = columnCount(rows)
  const hasFigures = rows.some(({ content }) => content.some((cell) => isFigure(cell.content)))
  return columns > (hasFigures ? mostOfFigures : mostOnPhone)
}

/** A wide table scrolls in its frame, which the keyboard reaches; headers say whether they head a column or a row. */
function Table({ block, place }: { block: Extract<Block, { type: 'table' }>; place: Place }) {
  const { content: rows } = block
  const shares = columnShares(block)
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
      {shares && (
        <colgroup>
          {each(shares, (share) => (
            <col width={`${share}%`} />
          ))}
        </colgroup>
      )}
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
      const note = place.notes.numberOf.get(block)
      return (
        <p className={className} id={note === undefined ? undefined : notePlace(note)}>
          <Inlines content={block.content} notes={place.notes} note={note} />
        </p>
      )
    }
    case 'heading': {
      const { level } = block.attrs
      const inner = <Inlines content={block.content} notes={place.notes} />
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
      return <Table block={block} place={place} />
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
      <Blocks
        blocks={text.content}
        place={{ fileAt, nextTable, salutation: salutationOf(text), notes: notesIn(text) }}
      />
    </div>
  )
}
