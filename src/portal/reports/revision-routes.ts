import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refusals } from '../../refusal.ts'
import { listRevisions } from '../../report/store/revisions.ts'
import type { Portal } from '../portal.ts'
import { html, lastModified, leadTo, missing, paramOf, publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { changesPage } from './changes-page.tsx'
import { noReport } from './no-report.ts'
import { revisionPage } from './revision-page.tsx'
import { yearPattern } from './years-shown.ts'

const whole = (pattern: string) =>
  z
    .string()
    .regex(new RegExp(`^${pattern}$`))
    .transform(Number)
const Year = whole(yearPattern)
const RevisionNumber = whole('[1-9]\\d{0,2}')

/** What became of a report after it was published: its earlier revisions, and what each correction changed. */
export function revisionRoutes(app: FastifyInstance, portal: Portal): void {
  const { pageWithin } = serving(app, portal)

  app.get('/:organ/annual-reports/:year/revisions/:revision', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const year = Year.safeParse(paramOf(request, 'year')).data
    const wanted = RevisionNumber.safeParse(paramOf(request, 'revision')).data
    if (!slug || year === undefined || wanted === undefined) return reply.callNotFound()
    const path = addresses.reportRevision({ slug }, year, wanted)
    return pageWithin(request, reply, { slug, path }, async (tx, matter) => {
      const { organ, view } = matter
      const revisions = await listRevisions(tx, organ.id, year)
      const newest = revisions.at(-1)
      if (!newest) return noReport(matter, organ, year)
      if (wanted === newest.revision) return leadTo(addresses.report(organ, year))
      const at = revisions.findIndex(({ revision }) => revision === wanted)
      const [found, next] = [revisions[at], revisions[at + 1]]
      if (!found || !next)
        return missing(matter, {
          title: `没有第${wanted}版`,
          message: `${organ.name}${year}年度报告公布过${newest.revision}版，没有第${wanted}版。`,
          ways: [
            { text: '查看现行的报告', path: addresses.report(organ, year) },
            { text: '查看各次更正', path: addresses.reportChanges(organ, year) },
          ],
        })
      const { report } = found
      if (!report) throw refusals.reportNotAsPublished(year)
      const page = revisionPage({ view, organ, year, revision: { ...found, report }, next, newest })
      return html(page, 200, { 'x-robots-tag': 'noindex', ...lastModified(next.recordedAt) })
    })
  })

  app.get('/:organ/annual-reports/:year/changes', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const year = Year.safeParse(paramOf(request, 'year')).data
    if (!slug || year === undefined) return reply.callNotFound()
    return pageWithin(request, reply, { slug, path: addresses.reportChanges({ slug }, year) }, async (tx, matter) => {
      const revisions = await listRevisions(tx, matter.organ.id, year)
      const newest = revisions.at(-1)
      if (!newest) return noReport(matter, matter.organ, year)
      const page = changesPage({ view: matter.view, organ: matter.organ, year, revisions })
      return html(page, 200, lastModified(newest.recordedAt))
    })
  })
}
