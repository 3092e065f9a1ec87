import type { ReactNode } from 'react'
import { chineseDate } from '../../../days/plain-date.ts'
import type { Letter } from '../../../requests/letters/letter.ts'
import { enclosureNames } from '../../../typesetting/enclosure-names.ts'

/** A letter as it will be read, on a sheet of paper; `children` stand before its close. */
export function LetterPaper({ letter, children }: { letter: Letter; children?: ReactNode }) {
  const enclosed = enclosureNames(letter.enclosures)
  return (
    <article className="letter" aria-label={letter.title}>
      <p className="letter-organ">{letter.organ}</p>
      <h3>{letter.title}</h3>
      {letter.kind === 'receiptAcknowledgement' ? null : (
        <p className="letter-number">{letter.number ?? '（编号于发出时生成）'}</p>
      )}
      <p className="letter-addressee">{letter.addressee}：</p>
      {letter.paragraphs.map((paragraph, index) => (
        // A letter may say the same sentence twice; its paragraphs never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={index}>{paragraph}</p>
      ))}
      {enclosed.length > 0 ? (
        <p className="letter-enclosures">
          附件：{enclosed.length === 1 ? enclosed[0] : enclosed.map((name, index) => `${index + 1}.${name}`).join('　')}
        </p>
      ) : null}
      {children}
      <p className="letter-close">
        {letter.organ}
        <br />
        {chineseDate(letter.madeOn)}
      </p>
      {letter.contact ? <p className="letter-contact">（{letter.contact}）</p> : null}
    </article>
  )
}
