import { officeDay, type PlainDate } from '../../days/plain-date.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'

interface Cited {
  readonly record: PublicRecord
  /** Whose text it is. */
  readonly author: string
  readonly url: string
  readonly today: PlainDate
}

/** GB/T 7714—2015: who, what with its number, as of which edition, read on which day, where. */
export function citation({ record: { title, documentNumber, changedAt }, author, url, today }: Cited): string {
  const name = documentNumber ? `${title}: ${documentNumber}` : title
  return `${author}. ${name}[EB/OL]. (${officeDay(changedAt)})[${today}]. ${url}.`
}

/** How to name the record elsewhere, ready to be copied; on paper its address and the code that leads there. */
export function Cite({ qr, ...cited }: Cited & { readonly qr: string }) {
  return (
    <details className="cite">
      <summary>引用、网址和二维码</summary>
      <div className="screen-only">
        <p className="fine">引用格式（GB/T 7714—2015），点一下选中全文，可以复制：</p>
        <p className="to-copy">{citation(cited)}</p>
      </div>
      <div className="follow-code">
        <img src={qr} alt="本页网址的二维码" width="132" height="132" />
        <p>
          <span className="fine">本页网址，也可以用手机扫码打开：</span>
          <br />
          <span className="to-copy">{cited.url}</span>
        </p>
      </div>
    </details>
  )
}
