import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { WholeDays } from '../../whole-days.tsx'
import { LetterSeal } from './letter-seal.tsx'
import { Panel } from './panel.tsx'

/** The letters sent in this case, as they were sent. */
export function Letters({ view }: { view: CaseView }) {
  if (view.letters.length === 0) return null
  return (
    <Panel title="文书" count={view.letters.length}>
      <ul className="papers">
        {view.letters.map((letter) => (
          <LetterRow key={letter.seq} id={view.id} letter={letter} />
        ))}
      </ul>
    </Panel>
  )
}

function LetterRow({ id, letter }: { id: string; letter: CaseView['letters'][number] }) {
  const { seq, label, number, issuedOn, corrects, correctedBy } = letter
  return (
    <li className="letter-row">
      <span className="grow">
        {label}
        <span className="quiet">
          <WholeDays>{`${number} · ${chineseDate(issuedOn)}`}</WholeDays>
        </span>
        {corrects ? (
          <>
            <span>更正{corrects.number}</span>
            <Changes changes={corrects.changes} />
          </>
        ) : null}
        {correctedBy.map((by) => (
          <strong key={by.seq}>
            <WholeDays>{`已由${by.number}更正（${chineseDate(by.issuedOn)}）`}</WholeDays>
          </strong>
        ))}
      </span>
      <LetterLinks path={`${id}/letters/${seq}`} name={label} />
      <LetterSeal id={id} letter={letter} />
    </li>
  )
}

function Changes({ changes }: { changes: readonly { readonly from: string; readonly to: string }[] }) {
  return (
    <span className="correction-lines">
      {changes.map(({ from, to }) => (
        <span key={from}>
          <del>{from}</del> → <ins>{to}</ins>
        </span>
      ))}
    </span>
  )
}

/** A letter as PDF and as Word. */
export function LetterLinks({ path, name }: { path: string; name: string }) {
  return (
    <span className="paper-links no-print">
      <a href={`/api/console/requests/${path}.pdf`} aria-label={`${name}，PDF`} target="_blank" rel="noreferrer">
        <FilePdfOutlined aria-hidden /> PDF
      </a>
      <a href={`/api/console/requests/${path}.docx`} aria-label={`${name}，Word`} download>
        <FileWordOutlined aria-hidden /> Word
      </a>
    </span>
  )
}
