import { renderToStaticMarkup } from 'react-dom/server'
import { crumbsTo, renderPage, type View } from './page.tsx'
import { SearchForm } from './search/search-form.tsx'
import { addresses } from './site.ts'

export interface ProblemText {
  readonly title: string
  /** What happened and why. */
  readonly message: string
  readonly article?: string | undefined
  /** What the reader can do now. */
  readonly ways: readonly { readonly text: string; readonly path?: string }[]
  /** What is looked for may be found by its words. */
  readonly offersSearch?: boolean
}

/** What happened, why, what to do, whom to call. */
export function problemPage(view: View, { title, message, article, ways, offersSearch }: ProblemText): string {
  return renderPage({
    view,
    title,
    crumbs: crumbsTo(view),
    children: (
      <div className="problem">
        <h1>{title}</h1>
        <p>{message.replace(/。$/, '')}。</p>
        {article && <p>依据：《中华人民共和国政府信息公开条例》第{article}条。</p>}
        <h2>您可以</h2>
        <ul>
          {ways.map(({ text, path }) => (
            <li key={text}>{path === undefined ? text : <a href={path}>{text}</a>}</li>
          ))}
        </ul>
        {offersSearch && <SearchForm organ={view.organ} id="problem-search" />}
      </div>
    ),
  })
}

/** Under a foreign host name neither stylesheet nor links would be answered, so there are none. */
export const foreignHostPage = ({ title, message }: Pick<ProblemText, 'title' | 'message'>): string =>
  `<!doctype html>\n${renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{message}</p>
        </main>
      </body>
    </html>,
  )}\n`

export const wayHome = { text: '从首页按机关查找', path: addresses.home }
