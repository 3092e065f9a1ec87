import type { Organ } from '../../organs/organ.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { EndOfDraft } from './draft-parts.tsx'
import { Hidden } from './fields.tsx'
import { crumbsToRequests } from './form-page.ts'
import type { Suggestion } from './suggestions.ts'

interface SuggestionsProps {
  readonly view: View
  readonly organ: Organ
  readonly key: string
  readonly content: string
  readonly suggestions: readonly Suggestion[]
}

/** Art. 36(1): before anything is asked, what is public already and may answer. */
export function suggestionsPage({ view, organ, key, content, suggestions }: SuggestionsProps): string {
  return renderPage({
    view,
    title: `可能已经公开的信息 - ${organ.name}`,
    shortTitle: '在线申请',
    crumbs: crumbsToRequests(view, organ),
    holdsDraft: true,
    children: (
      <div className="reading">
        <p className="soft step">第1步，共2步</p>
        <h1>这些信息可能已经公开</h1>
        <p>下面是{organ.name}与您所写的内容相近的公开信息和栏目，可以直接查看，不必等待答复。</p>
        <blockquote className="wish">
          <p>{content}</p>
        </blockquote>
        <ul className="rows report-rows">
          {suggestions.map(({ title, url, about, publishedOn }) => (
            <li key={`${title} ${about}`} className={url ? 'whole-row' : undefined}>
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {title}
                  <span className="unseen">（在新窗口打开）</span>
                </a>
              ) : (
                <span className="no-link">{title}</span>
              )}
              {publishedOn && <time dateTime={publishedOn}>{publishedOn}</time>}
              <span className="fine about">{about}</span>
            </li>
          ))}
        </ul>
        <form method="post">
          <Hidden texts={{ key, content }} />
          <h2>这些信息解答了您的问题吗？</h2>
          <p className="actions">
            <button type="submit" className="button" formAction={`${addresses.ask(organ)}/details`}>
              没有，继续申请
            </button>
            <button type="submit" className="button secondary" formAction={addresses.ask(organ)} name="to" value="wish">
              修改所写内容
            </button>
            <button type="submit" className="button secondary" formAction={`${addresses.ask(organ)}/helped`}>
              这些信息已经解答（不再申请）
            </button>
          </p>
        </form>
        <EndOfDraft organ={organ} draftKey={key} />
      </div>
    ),
  })
}

/** Nothing was asked, and nothing need be: the answer was public. */
export function thanksPage(view: View, organ: Organ): string {
  return renderPage({
    view,
    title: `谢谢 - ${organ.name}`,
    shortTitle: '不再申请',
    crumbs: crumbsToRequests(view, organ),
    children: (
      <div className="reading">
        <h1>谢谢，您的申请没有提交</h1>
        <p>
          已经公开的信息解答了您的问题，所以没有产生申请，这张表填写的内容已经清除。我们只记下“公开的信息有帮助”这一次，用来改进公开工作。
        </p>
        <p>
          以后还需要其他信息的，随时可以<a href={addresses.ask(organ)}>重新申请</a>。
        </p>
      </div>
    ),
  })
}
