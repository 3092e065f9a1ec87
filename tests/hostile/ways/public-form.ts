import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { inOrgan } from '../../../src/db/organ.ts'
import type { Applicant } from '../../../src/requests/applicant.ts'
import { getApplicant } from '../../../src/requests/store/requests.ts'
import { aFilledForm, anOrganisationsForm } from '../../../src/requests/testing/a-submission.ts'
import { anIntake } from '../../../src/requests/testing/an-intake.ts'
import { answerOf, judged, type Outcome } from '../answer.ts'
import { bodyOf, fileOf, isSpec, textOf } from '../generate.ts'
import { type Scene, today } from '../scene.ts'
import type { Way } from '../way.ts'

export const path = '/shili-tjj/requests'

export const numberOn = (page: string): string => /<dt>申请编号<\/dt><dd>([^<]+)/.exec(page)?.[1] ?? ''

export interface Kept {
  readonly id: string
  readonly summary: string
  readonly assistance: string
  readonly applicant: Applicant
}

/** What was kept of the request on this receipt. */
export async function keptAs({ db, owner, mine }: Scene, page: string): Promise<Kept> {
  const row = await owner
    .selectFrom('requests')
    .select(['id', 'summary', 'assistance'])
    .where('number', '=', numberOn(page))
    .executeTakeFirstOrThrow()
  const applicant = await inOrgan(db, mine.organ.id, (tx) => getApplicant(tx, mine.organ.id, row.id))
  return { ...row, applicant }
}

export const submit = (scene: Scene, texts: Record<string, string>): Promise<LightMyRequestResponse> =>
  scene.visitor().upload(`${path}/submit`, { key: randomUUID(), ...texts })

/** On a page of ours foreign text is text: none of what it says becomes a tag or a handler. */
export function expectEscaped(page: string): void {
  expect(page).not.toMatch(/<script>alert|<svg\/onload|<img src=x|<\/textarea><svg|onerror=alert\(1\)>/i)
}

/** A text in one field of the public form, all others being in order; kept as it came or tidied. */
export const field =
  (of: (text: string) => Record<string, string>, kept: (kept: Kept) => string): Way =>
  async (scene, input) => {
    const text = isSpec(input) && input.gen === 'text' ? fieldOf(textOf(input)) : textOf(input)
    const answer = await submit(scene, of(text))
    expectEscaped(answer.body)
    if (answer.statusCode >= 400) {
      // What was typed stays, so that it can be corrected.
      if (text.isWellFormed() && text.length < 1000) expect(answer.body).toContain('<form')
      return judged(answer)
    }
    const value = kept(await keptAs(scene, answer.body))
    expectEscaped(JSON.stringify((await followed(scene, answer.body)).map(({ body }) => body)))
    return { ...judged(answer), isNormalized: value !== text }
  }

/** `{"idNumber":11010519491231002}`: a form knows texts only, so what JSON would have been a number is one there too. */
const fieldOf = (json: string): string =>
  Object.values(JSON.parse(json) as Record<string, unknown>)
    .map(String)
    .join('')

/** What the applicant and the staff then see of it. */
async function followed(scene: Scene, receipt: string): Promise<LightMyRequestResponse[]> {
  const [code = '', secret = ''] = [...receipt.matchAll(/<dd class="code">([^<]+)<\/dd>/g)].map(
    ([, text]) => text ?? '',
  )
  const who = scene.visitor()
  const opened = await who.send(`${path}/follow`, { code, secret })
  expect(opened.statusCode).toBe(303)
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? ''
  return [await who.get(`${path}/follow/case`, { cookie })]
}

const travelPermit = /^[HM]\d{8}(?:\d{2})?$|^\d{8}$/
const passport = /^[A-Z]{1,2}\d{7,}$/

/** The kind of proof that somebody with such a number would choose. */
const identityKindFor = (number: string) =>
  travelPermit.test(number) ? 'mainlandTravelPermit' : passport.test(number) ? 'passport' : 'residentId'

export const name = field(
  (text) => aFilledForm({ name: text }),
  ({ applicant }) => applicant.name,
)
export const idNumber = field(
  (text) => aFilledForm({ identityKind: identityKindFor(text), identityNumber: text }),
  ({ applicant }) => applicant.identityNumber,
)
export const phone = field(
  (text) => aFilledForm({ phone: text }),
  ({ applicant }) => applicant.phone,
)
export const email = field(
  (text) => aFilledForm({ email: text }),
  ({ applicant }) => applicant.email,
)
export const description = field(
  (text) => aFilledForm({ content: text }),
  ({ summary }) => summary,
)
export const creditCode = field(
  (text) => anOrganisationsForm({ creditCode: text }),
  ({ applicant }) => applicant.creditCode,
)

const formNames: Readonly<Record<string, string>> = {
  applicantName: 'name',
  idNumber: 'identityNumber',
  description: 'content',
}

/** An object of fields, some of which no form has. */
export const mass: Way = async (scene, input) => {
  const typed = JSON.parse(textOf(input)) as Record<string, unknown>
  const named = Object.entries(typed).map(([key, value]) => [formNames[key] ?? key, String(value)])
  const answer = await submit(scene, { ...aFilledForm(), ...Object.fromEntries(named) })
  const unknown = named.find(([key]) => !((key as string) in aFilledForm()))?.[0]
  expect(answer.body).toContain(unknown)
  return judged(answer)
}

/**
 * A body as it stands. The public form takes forms only and answers 415 to JSON; so the same goes to the route that takes
 * a request as JSON, where `applicantName` becomes the applicant of an otherwise whole request.
 */
export const body: Way = async (scene, input) => {
  const whole = (json: string) => {
    const names = [...json.matchAll(/"applicantName":("[^"]*")/g)].map(([, text]) => text)
    if (names.length === 0) return json
    const intake = anIntake(today)
    const text = JSON.stringify({ ...intake, applicant: { ...intake.applicant, name: '被测' } })
    return text.replace('"name":"被测"', names.map((each) => `"name":${each}`).join(','))
  }
  const { bytes, contentType } = bodyOf(input, whole)
  const headers = { 'content-type': contentType }
  const form = await scene.app.inject({
    method: 'POST',
    url: `${path}/submit`,
    headers: { host: '127.0.0.1', ...headers },
    payload: bytes,
    remoteAddress: scene.nextAddress(),
  })
  expect(form.statusCode).toBeGreaterThanOrEqual(400)
  const answer = await scene.browser('clerk').send('POST', '/requests', undefined, { headers, payload: bytes })
  return { ...judged(answer), answers: [answerOf(form), answerOf(answer)] }
}

/** A file that comes with the form. What is accepted is handed out again, only to be kept and never as a page. */
export const upload: Way = async (scene, input) => {
  const { name: fileName, bytes } = fileOf(input)
  const answer = await scene
    .visitor()
    .upload(`${path}/submit`, { key: randomUUID(), ...aFilledForm() }, [{ field: 'attachment', name: fileName, bytes }])
  if (answer.statusCode >= 400) return judged(answer)
  const { id } = await keptAs(scene, answer.body)
  const { fileId } = await scene.owner
    .selectFrom('requestFiles')
    .select('fileId')
    .where('requestId', '=', id)
    .executeTakeFirstOrThrow()
  const handedOut = await scene.browser('clerk').send('GET', `/requests/${id}/files/${fileId}`)
  expectOnlyToKeep(handedOut)
  expect(handedOut.rawPayload.equals(bytes)).toBe(true)
  return { ...judged(answer), answers: [answerOf(answer), answerOf(handedOut)] }
}

export function expectOnlyToKeep({ headers }: LightMyRequestResponse): void {
  expect(String(headers['content-disposition'])).toMatch(
    /^attachment; filename="[\x20\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.%~!#$&+^`|-]+$/,
  )
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(String(headers['content-type'])).not.toContain('html')
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')

/** A sound PDF under this name; the staff's page and the download show a harmless one. */
export const fileName: Way = async (scene, input) => {
  const wanted = textOf(input).replaceAll('\\r', '\r').replaceAll('\\n', '\n')
  const named = wanted.endsWith('.pdf') ? wanted : wanted.replace(/(\.\w+)?$/, '.pdf')
  // As the line can carry it: a quote is escaped by any browser, and no part's head may hold a line break.
  const sent = named.replaceAll('"', '%22').replace(/[\r\n]+/g, '%0D%0A')
  const files = [{ field: 'attachment', name: sent, bytes: pdf }]
  const answer = await scene.visitor().upload(`${path}/submit`, { key: randomUUID(), ...aFilledForm() }, files)
  expectEscaped(answer.body)
  if (answer.statusCode >= 400) return judged(answer)
  const { id } = await keptAs(scene, answer.body)
  const browser = scene.browser('clerk')
  const [file] = (await browser.send('GET', `/requests/${id}`)).json().files as { id: string; name: string }[]
  expect(file?.name).not.toMatch(/[/\\\r\n]|^\.|^(?:con|prn|aux|nul)\./i)
  const handedOut = await browser.send('GET', `/requests/${id}/files/${file?.id}`)
  expectOnlyToKeep(handedOut)
  expectEscaped((await followed(scene, answer.body)).map((page) => page.body).join(''))
  const outcome: Outcome = { ...judged(answer), isNormalized: file?.name !== named }
  return { ...outcome, answers: [answerOf(answer), answerOf(handedOut)] }
}
