import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { contentDisposition } from '../../files/disposition.ts'
import type { ReportFormat } from '../../law/report-format.ts'
import { formatForYear, reportFormats } from '../../law/report-formats.ts'
import { listPublished } from '../../report/store/published.ts'
import type { ReportOfYear } from '../../report/store/reports-of-year.ts'
import { allReportsPage } from '../all-reports-page.tsx'
import type { Answer } from '../pages.ts'
import { csvType } from '../platform/files.ts'
import type { PageMatter, Portal } from '../portal.ts'
import { html, lastModified, leadTo, missing, paramOf, publicRoute } from '../serving.ts'
import { addresses } from '../site.ts'
import { figuresCsv } from './figures-csv.ts'
import { readOrgans, readYear } from './read-year.ts'
import { choiceById } from './row-choices.ts'
import { yearPage, yearTitle } from './year-page.tsx'
import { yearPattern, yearsShown } from './years-shown.ts'

/** `2024`, or `2024.csv` for the figures of all organs. */
const Document = z
  .string()
  .regex(new RegExp(`^${yearPattern}(?:\\.csv)?$`))
  .transform((text) => ({ year: Number(text.slice(0, 4)), isFile: text.endsWith('.csv') }))
/** The row that was chosen; one that nobody can have chosen is as good as none. */
const Wish = z.object({ row: z.string().max(80).optional().catch(undefined) })

/** The reports of all organs: the overview, each year, and its figures. A site of one organ leads on to that organ's own. */
export function yearRoutes(app: FastifyInstance, portal: Portal): void {
  const serve =
    (
      request: FastifyRequest,
      path: string,
      write: (tx: Tx, matter: PageMatter) => Promise<Answer>,
    ): ((tx: Tx) => Promise<Answer>) =>
    async (tx) =>
      write(tx, await portal.readView(tx, request, path))

  app.get(addresses.allReports, publicRoute, (request, reply) =>
    portal.pages.serve(
      request,
      reply,
      addresses.allReports,
      serve(request, addresses.allReports, async (tx, { organs, view }) => {
        const [only] = organs
        if (!only) return leadTo(addresses.home)
        if (!view.site.hasHome) return leadTo(addresses.reports(only))
        const published = await listPublished(tx)
        const today = app.clock.today()
        return html(allReportsPage({ view, organs, published, today, years: yearsShown(published, today) }))
      }),
    ),
  )

  app.get('/annual-reports/:document', publicRoute, async (request, reply) => {
    const document = Document.safeParse(paramOf(request, 'document'))
    if (!document.success) return reply.callNotFound()
    const { year, isFile } = document.data
    const { row } = Wish.parse(request.query)
    const path = isFile ? addresses.figuresOfYear(year) : addresses.reportsOfYear(year, row)
    return portal.pages.serve(
      request,
      reply,
      path,
      serve(request, path, async (tx, matter) => {
        const [only] = matter.organs
        if (!only) return leadTo(addresses.home)
        if (!isFile && !matter.view.site.hasHome) return leadTo(addresses.report(only, year))
        const today = app.clock.today()
        const read = await readYear(tx, { year, today })
        if ('why' in read) return noYear(matter, read.why, year)
        const { years, reports } = read
        if (isFile) return fileAnswer(matter, reports, year)
        const form = formOf(reports, year)
        const choice = row && form ? choiceById(form, row) : undefined
        if (row && !choice) return noRow(matter, year)
        const entries = await readOrgans(tx, { organs: matter.organs, year, today }, reports)
        return html(yearPage({ view: matter.view, year, today, entries, years, form, choice }), 200, changedAt(reports))
      }),
    )
  })
}

/** The form of the year, or where none was prescribed that of the reports; undefined where none of them can be shown. */
function formOf(reports: readonly ReportOfYear[], year: number): ReportFormat | undefined {
  const formats = reports.flatMap(({ figures }) => figures?.format ?? [])
  const [format] = formats
  if (format === undefined) return undefined
  return formatForYear(year) ?? (format === 'mixed' ? undefined : reportFormats[format])
}

function changedAt(reports: readonly ReportOfYear[]): Answer['headers'] {
  const [newest] = reports.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
  return newest ? lastModified(newest.recordedAt) : {}
}

const fileAnswer = ({ organs }: PageMatter, reports: readonly ReportOfYear[], year: number): Answer => ({
  headers: {
    'content-type': csvType,
    'content-disposition': contentDisposition(`${yearTitle(year)}数据.csv`, `annual-reports-${year}.csv`),
    ...changedAt(reports),
  },
  body: figuresCsv(organs, reports, year),
})

const noYear = (matter: PageMatter, message: string, year: number): Answer =>
  missing(matter, {
    title: `没有${year}年度报告`,
    message,
    ways: [
      { text: '查看各机关历年的年度报告', path: addresses.allReports },
      { text: '向有关机关的政府信息公开工作机构询问' },
    ],
  })

const noRow = (matter: PageMatter, year: number): Answer =>
  missing(matter, {
    title: '统计表中没有这一行',
    message: `${year}年度报告的统计表中没有地址所写的这一行，请从该年度的页面重新选择。`,
    ways: [{ text: `查看${yearTitle(year)}`, path: addresses.reportsOfYear(year) }],
  })
