import type { Change } from '../../disclosure/changes.ts'
import type { WordChange } from '../../text/word-changes.ts'
import { useColumns } from './edit/use-columns.ts'
import { Place } from './place.tsx'

/** What changed, place by place, word by word. */
export function ChangesList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="stacked gap-12">
      {changes.map(({ place, label, words }, index) => (
        // Two removed paragraphs may stand at the same place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={`${place} ${index}`}>
          <Place place={place}>{label}</Place>
          <Told place={place} words={words} />
        </li>
      ))}
    </ul>
  )
}

function Told({ words, ...change }: Pick<Change, 'place' | 'words'>) {
  const readable = useReadable()
  if (words.length === 0) return <p className="quiet">文字没有变，只改了格式</p>
  return change.place === 'interprets' ? <p>换了一份文件</p> : <Words words={readable({ ...change, words })} />
}

/** The words of a change as people know them: a column by its name, whatever its id says. */
export function useReadable() {
  const { nameOf } = useColumns()
  return ({ place, words }: Pick<Change, 'place' | 'words'>): readonly WordChange[] =>
    place === 'columnId' ? words.map(({ kind, text }) => ({ kind, text: nameOf(text) })) : words
}

/** Words set against each other; on one side only those of that side. */
export function Words({ words, side = 'both' }: { words: readonly WordChange[]; side?: 'both' | 'before' | 'after' }) {
  const shown = words.filter(
    ({ kind }) => kind === 'same' || side === 'both' || kind === (side === 'before' ? 'removed' : 'added'),
  )
  return (
    <p className="typed-words">
      {shown.map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          // Words have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <ins key={index}>{text}</ins>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <del key={index}>{text}</del>
        ),
      )}
      {shown.length === 0 ? <span className="quiet">（无）</span> : null}
    </p>
  )
}
