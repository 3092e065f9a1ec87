import type { Organ } from '../../organs/organ.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'

/** What the site is, how to ask and whom, for who reads English; what organs have filed in English is said so. */
export function englishPage(view: View, organs: readonly Organ[]): string {
  return renderPage({
    view,
    title: 'About this site (English)',
    shortTitle: 'English',
    crumbs: crumbsTo(view),
    children: (
      <article className="reading" lang="en">
        <h1>About this site</h1>
        <p className="lead">
          Here administrative organs publish government information under the Regulations of the People{"'"}s Republic
          of China on the Disclosure of Government Information, and receive requests for it. The information, the forms
          and the answers are in Chinese; only the Chinese texts are authentic.
        </p>
        <section aria-labelledby="what">
          <h2 id="what">What you can read</h2>
          <ul>
            <li>Information that the organs publish of their own accord, and their guides and catalogues.</li>
            <li>
              Their annual reports on disclosure, as pages and as files. <a href={addresses.allReports}>All reports</a>
            </li>
          </ul>
          <p>
            You can <a href={addresses.search(null)}>search</a> all of it with Chinese words or with pinyin.
          </p>
        </section>
        <section aria-labelledby="ask">
          <h2 id="ask">How to ask</h2>
          <ul>
            <li>
              Citizens, legal persons and other organisations may request information (article 27). No account is
              needed, and no purpose has to be given.
            </li>
            <li>
              <a href={addresses.chooseToAsk}>Ask online</a>, or in writing as the guide of the organ says. A request
              names who asks, with a proof of identity and a way to reach you, describes the information as exactly as
              possible, and says in which form you would like to have it (article 29).
            </li>
            <li>
              The organ answers within 20 working days of receiving the request; it may extend this once by up to 20
              working days and tells you so (article 33).
            </li>
            <li>
              You get a receipt with which you can <a href={addresses.chooseToFollow}>follow your request</a>.
            </li>
            <li>
              There is no fee unless the number or frequency of requests clearly exceeds what is reasonable (article
              42).
            </li>
          </ul>
        </section>
        <section aria-labelledby="whom">
          <h2 id="whom">Whom to ask</h2>
          <ul className="rows flush">
            {organs.map((organ) => (
              <li key={organ.id}>
                <OneOrgan organ={organ} />
              </li>
            ))}
          </ul>
        </section>
      </article>
    ),
  })
}

function OneOrgan({ organ }: { organ: Organ }) {
  const { name, englishName, englishAddress, phone, email } = organ
  return (
    <>
      <a href={addresses.requests(organ)} lang={englishName ? undefined : 'zh-CN'}>
        {englishName || name}
      </a>
      {englishName && <span lang="zh-CN"> {name}</span>}
      <p className="fine figures line-of">
        {englishAddress && <span>{englishAddress}</span>}
        {phone && <span>Telephone: {phone}</span>}
        {email && <span>E-mail: {email}</span>}
      </p>
    </>
  )
}
