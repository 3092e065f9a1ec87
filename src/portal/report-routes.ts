import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { contentDisposition } from '../files/disposition.ts'
import type { Organ } from '../organs/organ.ts'
import { findFile, findPublished, listFiles } from '../report/store/published.ts'
import { listReported } from '../report/store/reported-years.ts'
import { listRevisions } from '../report/store/revisions.ts'
import { reportForms } from '../report/write/forms.ts'
import { reportFileName } from '../report/write/write.ts'
import { aboutAddresses } from './about/addresses.ts'
import { type DownloadForm, downloadForms } from './downloads.tsx'
import type { Answer } from './pages.ts'
import type { Portal } from './portal.ts'
import { reportListPage } from './report-list-page.tsx'
import { reportPage } from './report-page.tsx'
import { noReport } from './reports/no-report.ts'
import { yearPattern } from './reports/years-shown.ts'
import { html, lastModified, paramOf, publicRoute, serving, slugOf } from './serving.ts'
import { addresses } from './site.ts'

/** `2024`, or `2024.pdf` for a file. */
const Document = z
  .string()
  .regex(new RegExp(`^${yearPattern}(?:\\.(?:${downloadForms.join('|')}))?$`))
  .transform((text) => ({
    year: Number(text.slice(0, 4)),
    form: downloadForms.find((form) => form === text.slice(5)) ?? null,
  }))

/** The annual reports of an organ, as pages and as files. */
export function reportRoutes(app: FastifyInstance, portal: Portal): void {
  const { pageWithin } = serving(app, portal)

  app.get('/:organ/annual-reports/', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    return pageWithin(request, reply, { slug, path: addresses.reports({ slug }) }, async (tx, { organ, view }) => {
      const years = await listReported(tx, organ.id)
      const listed = []
      for (const each of years) listed.push({ ...each, files: await listFiles(tx, organ.id, each.year) })
      return html(reportListPage(view, organ, listed))
    })
  })

  app.get('/:organ/annual-reports/:document', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const document = Document.safeParse(paramOf(request, 'document'))
    if (!slug || !document.success) return reply.callNotFound()
    const { year, form } = document.data
    const path = form ? addresses.file({ slug }, year, form) : addresses.report({ slug }, year)
    return pageWithin(request, reply, { slug, path }, async (tx, matter) => {
      const { organ } = matter
      if (form) return (await fileAnswer(tx, organ, year, form, portal.origin)) ?? noReport(matter, organ, year)
      const published = await findPublished(tx, organ.id, year)
      if (!published) return noReport(matter, organ, year)
      const files = await listFiles(tx, organ.id, year)
      const years = await listReported(tx, organ.id)
      const history = await listRevisions(tx, organ.id, year)
      const page = reportPage({ view: matter.view, organ, year, published, files, history, years })
      const [newest] = published.revisions
      return html(page, 200, newest && lastModified(newest.recordedAt))
    })
  })
}

async function fileAnswer(
  tx: Tx,
  organ: Organ,
  year: number,
  form: DownloadForm,
  origin: string,
): Promise<Answer | undefined> {
  const file = await findFile(tx, organ.id, year, form)
  if (!file) return undefined
  const name = reportFileName({ title: null, organ: organ.name, year }, form)
  const plainName = `${organ.slug}-${year}-annual-report.${reportForms[form].ending}`
  return {
    headers: {
      'content-type': reportForms[form].contentType,
      'content-disposition': contentDisposition(name, plainName),
      // The file itself stays as it was published.
      ...(form === 'json' && { link: `<${origin}${aboutAddresses.reportSchema}>; rel="describedby"` }),
      ...lastModified(file.recordedAt),
    },
    body: file.bytes,
  }
}
