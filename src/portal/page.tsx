import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Organ } from '../organs/organ.ts'
import { aboutAddresses } from './about/addresses.ts'
import { Footer } from './about/footer.tsx'
import { withQuery } from './disclosure/address.ts'
import { type Display, isHighContrast, isLarge, withOtherContrast, withOtherSize } from './display.ts'
import { type ArticleTags, type ColumnTags, PageTags } from './page-tags.tsx'
import { addresses, type Site } from './site.ts'
import { stylePath } from './style.ts'

/** What every page needs to know beside its own matter. */
export interface View {
  readonly site: Site
  readonly organ: Organ | null
  readonly path: string
  readonly display: Display
  /** Readers can be told by mail of what is new. */
  readonly tellsByMail: boolean
}

export interface Crumb {
  readonly name: string
  readonly path: string
}

export interface FeedOf {
  readonly title: string
  /** Of the list; the feed's address is made from it. */
  readonly path: string
  readonly parameters?: Readonly<Record<string, string | number | undefined>>
}

export interface PageProps {
  readonly view: View
  readonly title: string
  readonly column?: ColumnTags
  readonly article?: ArticleTags
  /** The way here from the home page; the page itself is the last step and has no link. */
  readonly crumbs?: readonly Crumb[]
  /** Its last step, where the title is too long for it. */
  readonly shortTitle?: string
  /** The path under which search engines shall know it, where that is another page's. */
  readonly canonical?: string
  readonly hero?: ReactNode
  /** Somebody has typed into the page: nothing on it may lead away and lose that. */
  readonly holdsDraft?: boolean
  /** The form of the page has the buttons of the display in it (`FormHead`), so that they lose nothing that is typed. */
  readonly isDisplayInForm?: boolean
  /** Addresses of our own scripts; no page needs one but that of the proof of work. */
  readonly scripts?: readonly string[]
  /** Lists that the page shows and that can be subscribed to. */
  readonly feeds?: readonly FeedOf[]
  /** The page is a search itself: its head has no second field. */
  readonly isSearch?: boolean
  /** What the page says, once more in JSON-LD; browsers do not run such a block. */
  readonly data?: readonly object[]
  readonly children: ReactNode
}

const icon =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Crect width="8" height="8" rx="1" fill="%230b4ea2"/%3E%3Cpath d="M2 2h4v1H2zm0 2h4v1H2z" fill="%23fff"/%3E%3C/svg%3E'

function DisplayForm({ display, path }: Pick<View, 'display' | 'path'>) {
  return (
    <form className="display-form" action="/display" method="get" aria-label="显示方式">
      <input type="hidden" name="back" value={path} />
      <button
        className="small-button"
        type="submit"
        name="mode"
        value={withOtherSize(display)}
        aria-pressed={isLarge(display)}
      >
        大字显示
      </button>
      <button
        className="small-button"
        type="submit"
        name="mode"
        value={withOtherContrast(display)}
        aria-pressed={isHighContrast(display)}
      >
        高对比度
      </button>
    </form>
  )
}

function Masthead({
  view: { site, organ, path, display },
  holdsDraft,
  isDisplayInForm,
  isSearch,
}: {
  view: View
  holdsDraft: boolean
  isDisplayInForm: boolean
  isSearch: boolean
}) {
  return (
    <header className="masthead" id="top">
      <div className="column masthead-row">
        <p className="site-name">
          <a href={organ ? addresses.organ(organ) : addresses.home} {...(holdsDraft && aside)}>
            {organ ? (
              <>
                <span className="organ-name">{organ.name}</span> <span className="platform-name">政府信息公开</span>
              </>
            ) : (
              site.name
            )}
          </a>
        </p>
        {!holdsDraft && !isSearch && (
          <search aria-label="站内搜索">
            <form className="masthead-search" action={addresses.search(organ)} method="get">
              <input type="search" name="q" aria-label={organ ? '在本机关公开的信息中搜索' : '搜索公开的信息'} />
              <button className="small-button" type="submit">
                搜索
              </button>
            </form>
          </search>
        )}
        {!isDisplayInForm && <DisplayForm display={display} path={path} />}
      </div>
    </header>
  )
}

/** Out of a page that holds a draft every way opens a window of its own. */
/** Of a link out of a page that holds a draft. */
export const aside = { target: '_blank', rel: 'noopener' } as const

function Breadcrumb({ crumbs, title, holdsDraft }: { crumbs: readonly Crumb[]; title: string; holdsDraft: boolean }) {
  return (
    <nav className="breadcrumb column" aria-label="当前位置">
      <ol>
        {crumbs.map(({ name, path }) => (
          <li key={path}>
            <a href={path} {...(holdsDraft && aside)}>
              {name}
              {holdsDraft && <span className="unseen">（在新窗口打开）</span>}
            </a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

function Page({
  view,
  title,
  column,
  article,
  crumbs = [],
  shortTitle = title,
  canonical = view.path,
  hero,
  holdsDraft = false,
  isDisplayInForm = holdsDraft,
  scripts = [],
  feeds = [],
  isSearch = false,
  data = [],
  children,
}: PageProps) {
  const { site, organ, display } = view
  const mode = [isLarge(display) && 'large', isHighContrast(display) && 'high-contrast'].filter(Boolean).join(' ')
  return (
    <html lang="zh-CN" className={mode || undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === site.name ? title : `${title} - ${site.name}`}</title>
        <PageTags site={site} {...(column && { column })} {...(article && { article })} />
        <link rel="canonical" href={`${site.origin}${canonical}`} />
        <link rel="icon" href={icon} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={site.name}
          href={aboutAddresses.search}
        />
        <link rel="stylesheet" href={stylePath} />
        {feeds.flatMap(({ title, path, parameters = {} }) =>
          (['atom', 'rss'] as const).map((form) => (
            <link
              key={`${form} ${path}`}
              rel="alternate"
              type={`application/${form}+xml`}
              title={title}
              href={withQuery(`${path.replace(/\/$/, '')}/feed.${form}`, parameters)}
            />
          )),
        )}
        {data.map((each) => (
          <script
            key={JSON.stringify(each)}
            type="application/ld+json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: quotation marks must stay; nothing in it ends the block
            dangerouslySetInnerHTML={{ __html: JSON.stringify(each).replaceAll('<', '\\u003c') }}
          />
        ))}
        {scripts.map((path) => (
          <script key={path} src={path} defer />
        ))}
      </head>
      <body>
        <a className="skip-link" href="#main">
          跳到正文
        </a>
        <Masthead view={view} holdsDraft={holdsDraft} isDisplayInForm={isDisplayInForm} isSearch={isSearch} />
        {organ?.isDemo && (
          <aside className="demo-note" aria-label="演示说明">
            <p className="column">以下为演示数据，不是该机关正式公布的政府信息。</p>
          </aside>
        )}
        {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} title={shortTitle} holdsDraft={holdsDraft} />}
        <main id="main" tabIndex={-1}>
          {hero}
          <div className="column">{children}</div>
        </main>
        <Footer site={site} organ={organ} away={holdsDraft ? aside : undefined} />
      </body>
    </html>
  )
}

/** A whole page as text. */
export const renderPage = (props: PageProps): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Page {...props} />)}\n`

/** The way to the pages of an organ. */
export const crumbsTo = ({ site, organ }: View): Crumb[] => [
  ...(site.hasHome ? [{ name: '首页', path: addresses.home }] : []),
  ...(organ ? [{ name: organ.name, path: addresses.organ(organ) }] : []),
]
