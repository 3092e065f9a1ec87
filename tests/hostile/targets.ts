import type { Way } from './way.ts'
import * as articles from './ways/articles.ts'
import * as beneath from './ways/beneath.ts'
import * as staff from './ways/console.ts'
import * as imports from './ways/imports.ts'
import * as form from './ways/public-form.ts'
import * as pages from './ways/public-pages.ts'
import * as published from './ways/published.ts'
import * as raw from './ways/raw-http.ts'
import * as session from './ways/session.ts'

/** What is not there yet, or never will be, and why. */
export interface Absent {
  readonly absent: string
}

const later = (what: string): Absent => ({ absent: `comes with a later piece of work: ${what}` })
const never = (why: string): Absent => ({ absent: why })

/** Every target of hostile-inputs.json: how an input is sent there. A target that is not here fails the test. */
export const targets: Readonly<Record<string, Way | Absent>> = {
  'any.form': pages.anyForm,
  'any.json': staff.anyJson,
  'any.query': pages.anyQuery,
  'applicant.birth': beneath.birth,
  audit: beneath.audit,
  'case.deadline': beneath.deadline,
  clock: beneath.clock,
  'db.column': beneath.idColumn,
  frame: pages.frame,
  'http.404': raw.misses,
  'http.cache': pages.cacheDeception,
  'http.get': raw.rawPath,
  'http.header.cookie': raw.cookieHeader,
  'http.host': raw.host,
  'http.metrics': raw.inside,
  'http.slow': raw.slow,
  'http.smuggle': raw.rawBytes,
  'http.x-request-id': raw.requestId,
  'import.csv': imports.csv,
  'import.csv.header': imports.csvHeader,
  'import.docx': imports.docx,
  'import.json': imports.json,
  'job.reminder': beneath.reminder,
  'public.download.filename': form.fileName,
  'public.feedback.text': later('opinions from the public'),
  'public.list': published.listBy('idNumber'),
  'public.list.category': published.listBy('column'),
  'public.list.sort': published.listBy('sort'),
  'public.openinfo': published.unpublished,
  'public.redirect': pages.redirect,
  'public.search.q': async (scene, input, entry) => {
    await pages.wish(scene, input, entry)
    return published.search(scene, input, entry)
  },
  'public.submit': (scene, input, entry) =>
    /^\{/.test(String(input)) ? form.mass(scene, input, entry) : pages.submitTwice(scene, input, entry),
  'public.submit.applicantName': form.name,
  'public.submit.applicantName→staff.export.csv': staff.exported,
  'public.submit.at': beneath.receivedAt,
  'public.submit.body': form.body,
  'public.submit.description': form.description,
  'public.submit.email': form.email,
  'public.submit.idNumber': form.idNumber,
  'public.submit.phone': form.phone,
  'public.submit.usccCode': form.creditCode,
  'public.track': pages.track,
  'public.track.attachment': pages.trackAttachment,
  'public.track.page': pages.trackPage,
  'public.upload.attachment': form.upload,
  'report.year': beneath.reportYear,
  'ssrf.url': articles.link,
  'staff.any.post': session.anyPost,
  'staff.article': articles.fields,
  'staff.article.bodyHtml': articles.bodyHtml,
  'staff.article.title': articles.title,
  'staff.attachment.read': staff.readAttachment,
  'staff.back': staff.noStore,
  'staff.batch': staff.nowhere('POST', '/batch'),
  'staff.case.arrayParam': staff.listOf((query) => query.replace(/^\?/, '').replaceAll('id=', 'page=')),
  'staff.case.assign': staff.assign,
  'staff.case.close': staff.closeCase,
  'staff.case.filter.field': staff.listOf((name) => `${encodeURIComponent(name)}=1`),
  'staff.case.id': staff.caseId,
  'staff.case.read': staff.readCase,
  'staff.case.update': staff.update,
  'staff.date': staff.dayOfStep,
  'staff.export': staff.exportSpan,
  'staff.export.csv.idNumber': staff.exportedNumber,
  'staff.login': session.signIn,
  'staff.mail.to': staff.mailAddress,
  'staff.notification.read': staff.nowhere('GET', '/notifications/00000000-0000-4000-8000-000000000001'),
  'staff.profile': staff.profile,
  'staff.report.cell': later('the annual report in the console'),
  'staff.report.narrative': imports.narrative,
  'staff.report.read': later('the annual report in the console'),
  'staff.report.rollup': later('the annual report in the console'),
  'staff.report.submit': later('the annual report in the console'),
  'staff.reset': never('passwords are reset by the security administrator in person, never by mail'),
  'staff.review': staff.review,
  'staff.search': staff.search,
  'staff.session': session.session,
  'staff.setPassword': session.setPassword,
  'staff.totp': session.totp,
  'staff.upload.filename': form.fileName,
  'staff.user.list': staff.userList,
  'staff.user.username': staff.login,
}
