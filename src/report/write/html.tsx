import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { chineseDate } from '../../days/plain-date.ts'
import { ledParagraph } from './plain-text.ts'
import type { Letterhead, PrintedReport } from './printed.ts'
import style from './report.css?inline'
import { StatutoryTable } from './report-tables.tsx'
import { TitleText } from './title-text.tsx'

function BodyParagraph({ text }: { text: string }) {
  const { lead, rest } = ledParagraph(text)
  return (
    <p>
      {lead && <b>{lead}</b>}
      {rest}
    </p>
  )
}

function Colophon({ organ, contact, publishedOn }: Letterhead) {
  if (!publishedOn && contact.length === 0) return null
  return (
    <footer>
      {publishedOn && (
        <p className="signature">
          {organ}
          <br />
          <time dateTime={publishedOn}>{chineseDate(publishedOn)}</time>
        </p>
      )}
      {contact.length > 0 && (
        <address>
          {contact.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </address>
      )}
    </footer>
  )
}

interface ReportArticleProps {
  readonly report: PrintedReport
  /** Keeps the ids of its tables unique where a page shows several reports. */
  readonly id?: string
  /** Stands between the title and the text. */
  readonly children?: ReactNode
}

/** The report as an article. */
export function ReportArticle({ report, id = 'report', children }: ReportArticleProps) {
  return (
    <article className="annual-report" lang="zh-CN">
      <h1 className="report-title">
        <TitleText text={report.title} />
      </h1>
      {children}
      {report.sections.map(({ id: section, heading, paragraphs, table }) => (
        <section key={section}>
          {heading !== null && <h2 id={`${id}-${section}`}>{heading}</h2>}
          {paragraphs.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a finished report do not move
            <BodyParagraph key={index} text={text} />
          ))}
          {table && <StatutoryTable table={table} id={`${id}-${table.id}`} />}
        </section>
      ))}
      {report.letterhead && <Colophon {...report.letterhead} />}
    </article>
  )
}

/** The report as a complete page that needs no other file. */
export function writeHtml(report: PrintedReport): string {
  const page = renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{report.title}</title>
        {report.organ && <meta name="author" content={report.organ} />}
        <style
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, which React would escape
          dangerouslySetInnerHTML={{ __html: style }}
        />
      </head>
      <body>
        <main>
          <ReportArticle report={report} />
        </main>
      </body>
    </html>,
  )
  return `<!doctype html>\n${page}\n`
}
