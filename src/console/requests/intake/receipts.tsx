import { Link } from 'react-router'
import type { Registered } from '../../api.ts'
import { useMe } from '../../session/me.ts'
import { LetterPaper } from '../case/letter-paper.tsx'

interface ReceiptsProps {
  readonly registered: readonly Registered[]
  /** How the paper is called. */
  readonly what: string
}

/** The numbers with their codes on the screen, and below a paper for each request, which alone is printed. */
export function Receipts({ registered, what }: ReceiptsProps) {
  return (
    <>
      <div className="panel no-print">
        <table className="plain-table">
          <caption className="read-only-text">登记的申请和查询凭证</caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">查询码</th>
              <th scope="col">口令</th>
            </tr>
          </thead>
          <tbody>
            {registered.map(({ id, number, receipt }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/requests/${id}`}>{number}</Link>
                </th>
                <td>
                  <code>{receipt.code}</code>
                </td>
                <td>
                  <code>{receipt.secret}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="receipt-sheets" aria-labelledby="receipt-sheets">
        <h2 id="receipt-sheets" className="no-print">
          {what}
        </h2>
        {registered.map((each) => (
          <Sheet key={each.id} registered={each} />
        ))}
      </section>
    </>
  )
}

/** What the applicant takes home: what was received and when, and how to follow it. */
function Sheet({ registered: { number, receipt, acknowledgement } }: { registered: Registered }) {
  const { organ } = useMe()
  return (
    <LetterPaper letter={acknowledgement}>
      <dl className="receipt-slip">
        <div>
          <dt>申请编号</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>查询码</dt>
          <dd>
            <code>{receipt.code}</code>
          </dd>
        </div>
        <div>
          <dt>查询口令</dt>
          <dd>
            <code>{receipt.secret}</code>
          </dd>
        </div>
        <div>
          <dt>查询网址</dt>
          <dd>{`${location.origin}/${organ.slug}/requests/follow`}</dd>
        </div>
      </dl>
      <p>
        凭查询码和查询口令，可以在上述网址查询办理进度、提交补正、撤回申请、下载答复。请妥善保管，不要告诉他人；遗失的，请带身份证件与本机关联系。
      </p>
    </LetterPaper>
  )
}
