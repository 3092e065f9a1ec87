import type { Change, WordChange } from '../../disclosure/changes.ts'
import { Place } from './place.tsx'

/** What changed, place by place, word by word. */
export function ChangesList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="changes">
      {changes.map(({ place, label, words }, index) => (
        // Two removed paragraphs may stand at the same place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={`${place} ${index}`}>
          <Place place={place}>{label}</Place>
          {words.length === 0 ? <p className="quiet">文字没有变，只改了格式</p> : <Words words={words} />}
        </li>
      ))}
    </ul>
  )
}

export function Words({ words, side = 'both' }: { words: readonly WordChange[]; side?: 'both' | 'before' | 'after' }) {
  const shown = words.filter(
    ({ kind }) => kind === 'same' || side === 'both' || kind === (side === 'before' ? 'removed' : 'added'),
  )
  return (
    <p className="changed-words">
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
