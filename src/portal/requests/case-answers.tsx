import { chineseDate } from '../../days/plain-date.ts'
import { sizeText } from '../downloads.tsx'
import { type CaseProps, placeOf } from './case-props.ts'
import { isForApplicant } from './letters-for-applicant.ts'

/** The letters that went to the applicant, and the files that came with the answer. */
export function Answers(props: CaseProps) {
  const { letters, given } = props.case
  const own = letters.filter(({ kind }) => isForApplicant(kind)).toReversed()
  if (own.length + given.length === 0) return null
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">文书和答复</h2>
      <ul className="rows report-rows">
        {own.map(({ seq, label, number, issuedOn, corrects, correctedBy }) => (
          <li key={seq} className="line-of">
            <span className="no-link">
              {label}
              <br />
              <span className="hint">{number}</span>
              {corrects && (
                <>
                  <br />
                  <span>更正{corrects.number}</span>
                  {corrects.changes.map(({ from, to }) => (
                    <span key={from} className="letter-change">
                      <del>{from}</del> → <ins>{to}</ins>
                    </span>
                  ))}
                </>
              )}
              {correctedBy.map((by) => (
                <strong key={by.seq} className="letter-change">
                  已由{by.number}更正，请与其一并阅读
                </strong>
              ))}
            </span>
            <time dateTime={issuedOn}>{chineseDate(issuedOn)}</time>
            <ul className="downloads" aria-label={`下载${label}`}>
              {(['pdf', 'docx'] as const).map((ending) => (
                <li key={ending}>
                  <a href={placeOf(props, `letters/${seq}.${ending}`)} aria-label={`下载${label}：${names[ending]}`}>
                    {names[ending]}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {given.map(({ id, name, size }) => (
          <li key={id}>
            <a href={placeOf(props, `files/${id}`)}>{name}</a>
            <span className="fine figures">随答复提供，{sizeText(size)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const names = { pdf: 'PDF', docx: 'Word' } as const
