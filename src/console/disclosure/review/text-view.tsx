import { createContext, type ReactNode, useContext } from 'react'
import type { CommentItem } from '../../../disclosure/comment.ts'
import { columnShares } from '../../../text/columns.ts'
import { type Notes, notePlace, notesIn } from '../../../text/notes.ts'
import { paragraphsOf } from '../../../text/plain.ts'
import type { Block, Text } from '../../../text/text.ts'
import { commentPlace } from '../comments/comments-panel.tsx'
import { JumpTo, placeId } from '../place.tsx'
import { Picture } from './picture.tsx'
import { Words } from './words.tsx'

interface Reading {
  /** Paragraphs that changed, by their number. */
  readonly changed: ReadonlySet<number>
  /** The paragraph to which a return is pinned. */
  readonly pinned: number | null
  /** Left out where nothing can be pinned. */
  readonly onPin?: (paragraph: number) => void
  /** Open comments on paragraphs, by their number. */
  readonly comments: ReadonlyMap<number, readonly CommentItem[]>
  /** Left out where nobody may comment. */
  readonly onComment?: (paragraph: number) => void
  readonly notes: Notes
}
const none: Notes = { numberOf: new Map(), firstCall: new Map() }
const ReadingContext = createContext<Reading>({ changed: new Set(), pinned: null, comments: new Map(), notes: none })

/** The text as it will stand in public; its paragraphs are numbered as `paragraphsOf` counts them. */
export function TextView({ text, isAway = false, ...reading }: TextViewProps) {
  return (
    <ReadingContext
      value={{
        changed: new Set(),
        pinned: null,
        comments: new Map(),
        notes: isAway ? none : notesIn(text),
        ...reading,
      }}
    >
      <div className="written reading">
        <Blocks blocks={text.content} from={isAway ? Number.NaN : 0} />
      </div>
    </ReadingContext>
  )
}

interface TextViewProps extends Partial<Reading> {
  readonly text: Text
  /** Another text than the one of the page: its paragraphs are no places of the page. */
  readonly isAway?: boolean
}

/** The number of the first paragraph in each group of blocks. */
function startsOf(groups: readonly (readonly Block[])[], from: number): number[] {
  let next = from
  return groups.map((blocks) => {
    const start = next
    next += paragraphsOf({ type: 'doc', content: [...blocks] }).length
    return start
  })
}

function Blocks({ blocks, from }: { blocks: readonly Block[]; from: number }) {
  const starts = startsOf(
    blocks.map((block) => [block]),
    from,
  )
  return (
    <>
      {blocks.map((block, index) => (
        // Blocks have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <BlockView key={index} block={block} at={starts[index] ?? from} />
      ))}
    </>
  )
}

function BlockView({ block, at }: { block: Block; at: number }) {
  const { notes } = useContext(ReadingContext)
  const note = notes.numberOf.get(block)
  switch (block.type) {
    case 'paragraph':
      return (
        <Line at={at} as="p" align={block.attrs?.textAlign} note={note}>
          <Words content={block.content} notes={notes} note={note} />
        </Line>
      )
    case 'heading':
      return (
        <Line at={at} as={`h${block.attrs.level}`}>
          <Words content={block.content} notes={notes} />
        </Line>
      )
    case 'image':
      return (
        <Line at={at} as="figure">
          <Picture {...block.attrs} />
        </Line>
      )
    case 'bulletList':
    case 'orderedList': {
      const Tag = block.type === 'bulletList' ? 'ul' : 'ol'
      const starts = startsOf(
        block.content.map(({ content }) => content),
        at,
      )
      return (
        <Tag>
          {block.content.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their place
            <li key={index}>
              <Blocks blocks={item.content} from={starts[index] ?? at} />
            </li>
          ))}
        </Tag>
      )
    }
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.content} from={at} />
        </blockquote>
      )
    case 'table':
      return <TableView table={block} at={at} />
  }
}

/** A row is one line: whatever is pinned to it speaks of the row. */
function TableView({ table, at }: { table: Extract<Block, { type: 'table' }>; at: number }) {
  const { changed, pinned, notes } = useContext(ReadingContext)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-frame" tabIndex={0} aria-label="表格">
      <table>
        <colgroup>
          {columnShares(table)?.map((share, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
            <col key={column} width={`${share}%`} />
          ))}
        </colgroup>
        <tbody>
          {table.content.map((row, index) => {
            const line = at + index
            return (
              <tr
                key={line}
                id={placeId(`text:${line}`)}
                data-changed={changed.has(line)}
                data-pinned={pinned === line}
              >
                {row.content.map(({ type, attrs, content }, column) => {
                  // A header without words would be read out as one.
                  const isHead = type === 'tableHeader' && paragraphsOf({ type: 'doc', content }).join('').trim() !== ''
                  const Cell = isHead ? 'th' : 'td'
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
                    <Cell key={column} colSpan={attrs?.colspan} rowSpan={attrs?.rowspan}>
                      <ReadingContext value={{ changed: new Set(), pinned: null, comments: new Map(), notes }}>
                        <Blocks blocks={content} from={Number.NaN} />
                      </ReadingContext>
                      {column === row.content.length - 1 ? <Beside at={line} /> : null}
                    </Cell>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Line({ at, as: Tag, align, note, children }: LineProps) {
  const { changed, pinned } = useContext(ReadingContext)
  if (Number.isNaN(at)) return <Tag {...(align ? { 'data-align': align } : {})}>{children}</Tag>
  return (
    <Tag
      id={placeId(`text:${at}`)}
      className="line"
      tabIndex={-1}
      data-changed={changed.has(at)}
      data-pinned={pinned === at}
      {...(align ? { 'data-align': align } : {})}
    >
      {note === undefined ? children : <span id={notePlace(note)}>{children}</span>}
      <Beside at={at} />
    </Tag>
  )
}

interface LineProps {
  readonly at: number
  readonly as: 'p' | 'h2' | 'h3' | 'h4' | 'figure'
  readonly align?: 'left' | 'center' | 'right' | null | undefined
  /** The note that it is. */
  readonly note?: number | undefined
  readonly children: ReactNode
}

/** What may be done with a paragraph, and the comments on it. */
function Beside({ at }: { at: number }) {
  const { onPin, onComment, comments } = useContext(ReadingContext)
  const jump = useContext(JumpTo)
  const said = comments.get(at) ?? []
  const [first] = said
  return (
    <>
      {first ? (
        <button
          type="button"
          className="pin comment-mark no-print"
          aria-label={`第${at + 1}段的批注，${said.length}条`}
          onClick={() => jump(commentPlace(first))}
        >
          <span aria-hidden="true">批注{said.length}</span>
        </button>
      ) : null}
      {onComment ? (
        <button
          type="button"
          className="pin no-print"
          aria-label={`对第${at + 1}段写批注`}
          onClick={() => onComment(at)}
        >
          <span aria-hidden="true">＋ 批注</span>
        </button>
      ) : null}
      {onPin ? (
        <button
          type="button"
          className="pin no-print"
          aria-label={`对第${at + 1}段提出修改意见`}
          onClick={() => onPin(at)}
        >
          <span aria-hidden="true">✎ 退回修改</span>
        </button>
      ) : null}
    </>
  )
}
