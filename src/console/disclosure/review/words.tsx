import type { ReactNode } from 'react'
import { markTags } from '../../../text/mark-tags.ts'
import { type Notes, piecesOf } from '../../../text/notes.ts'
import type { Inline, Mark as TextMark } from '../../../text/text.ts'

/** The words of a line, each number of a note leading to its other end. `note`: which one the line is. */
export function Words({ content = [], notes, note }: WordsProps) {
  return content.map((each, index) =>
    each.type === 'hardBreak' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: words have no name but their place
      <br key={index} />
    ) : (
      piecesOf(each, notes, index === 0 ? note : undefined).map(({ words, to, place }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words have no name but their place
        <Marked key={`${index} ${at}`} marks={each.marks}>
          {to === undefined ? (
            words
          ) : (
            <a href={`#${to}`} id={place} aria-label={note === undefined ? `注释${words}` : `${words}回到正文`}>
              {words}
            </a>
          )}
        </Marked>
      ))
    ),
  )
}

interface WordsProps {
  readonly content?: readonly Inline[] | undefined
  readonly notes: Notes
  readonly note?: number | undefined
}

function Marked({ marks = [], children }: { marks?: readonly TextMark[] | undefined; children: ReactNode }) {
  const [mark, ...inner] = marks
  if (!mark) return children
  return (
    <Mark mark={mark}>
      <Marked marks={inner}>{children}</Marked>
    </Mark>
  )
}

function Mark({ mark, children }: { mark: TextMark; children: ReactNode }) {
  if (mark.type === 'link')
    return (
      <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    )
  const Tag = markTags[mark.type]
  return <Tag>{children}</Tag>
}
