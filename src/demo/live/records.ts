import { addDays, chineseDate, type PlainDate, plainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { beginEdition, beginRecord } from '../../disclosure/actions/begin.ts'
import { saveRevision } from '../../disclosure/actions/save.ts'
import type { Content } from '../../disclosure/content.ts'
import { openEdition } from '../../disclosure/prepare.ts'
import { recordTypeOf } from '../../disclosure/record-type.ts'
import type { EditionKey } from '../../disclosure/store/editions.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Ago } from './cases.ts'
import type { DemoOffice } from './office.ts'
import { at, playerOf, reviewers } from './player.ts'
import { type DemoRecord, demoRecords, textOf } from './record-texts.ts'

/** Plays every record of the demo through the same actions that people use, each on the day on which it is told. */
export async function tellRecords(tx: Tx, organ: Organ, office: DemoOffice, ago: Ago): Promise<void> {
  const known = new Map<string, string>()
  for (const told of demoRecords) known.set(told.title, await tellRecord(tx, organ, office, ago, told, known))
}

async function tellRecord(
  tx: Tx,
  organ: Organ,
  office: DemoOffice,
  ago: Ago,
  told: DemoRecord,
  known: ReadonlyMap<string, string>,
): Promise<string> {
  const play = playerOf(tx, office)
  const madeOn = ago(told.made)
  const clerk = office.actor('clerk', madeOn)
  const key = await beginRecord(tx, clerk, at(madeOn), told.type)
  const { content } = await openEdition(tx, key)
  const filled = contentOf(organ, content, told, ago, known)
  await saveRevision(tx, clerk, at(madeOn), key, { content: filled, basedOn: 1 })
  if (told.submitted === null) return key.recordId
  await play.submit(key, ago(told.submitted))
  if (told.urgent) {
    const secrecy = await play.secrecy(key)
    await play.step(key, 'leader', ago(told.submitted), 'publishUrgently', { reason: told.urgent, secrecy })
    return key.recordId
  }
  await play.sign(key, ago(told.submitted), told.published === null ? (told.signed ?? 0) : reviewers.length)
  if (told.returned) {
    const back = { to: 'drafting', reason: 'fact', paragraph: 0, note: told.returned }
    await play.step(key, 'unitHead', ago(told.submitted), 'sendBack', back)
  }
  if (told.scheduledIn) {
    const when = at(ago(-told.scheduledIn)).toISOString()
    await play.step(key, 'clerk', ago(told.submitted), 'schedule', { at: when })
  }
  if (told.published === null) return key.recordId
  await play.step(key, 'clerk', ago(told.published), 'publish', {})
  if (told.sequel) await tellSequel(tx, office, key, told.sequel, ago(told.sequel.ago))
  return key.recordId
}

/** What became of a published record: corrected, withdrawn or repealed, through review like any text. */
async function tellSequel(
  tx: Tx,
  office: DemoOffice,
  { recordId }: EditionKey,
  { act: kind, reason }: NonNullable<DemoRecord['sequel']>,
  day: PlainDate,
): Promise<void> {
  const play = playerOf(tx, office)
  const clerk = office.actor('clerk', day)
  const key = await beginEdition(tx, clerk, at(day), recordId, kind)
  const { content } = await openEdition(tx, key)
  const act: Content['act'] =
    kind === 'repeal' ? { kind, reason, on: day, by: '关于废止部分文件的决定' } : { kind, reason }
  const text =
    kind === 'correct' ? textOf({ paragraphs: [...plain(content), '受理电话：0000-1234567。'] }) : content.text
  await saveRevision(tx, clerk, at(day), key, { content: { ...content, act, text }, basedOn: 1 })
  await play.submit(key, day)
  await play.sign(key, day, reviewers.length)
  await play.step(key, 'clerk', day, 'publish', {})
}

const lastDayOf = (from: PlainDate, years: number): PlainDate =>
  addDays(plainDate(`${yearOf(from) + years}${from.slice(4).replace('-02-29', '-03-01')}`), -1)

const plain = ({ text }: Content): string[] =>
  text.content.flatMap((block) =>
    block.type === 'paragraph' ? [(block.content ?? []).map((each) => ('text' in each ? each.text : '')).join('')] : [],
  )

function contentOf(
  organ: Organ,
  blank: Content,
  told: DemoRecord,
  ago: Ago,
  known: ReadonlyMap<string, string>,
): Content {
  const effectiveFrom = told.effective === undefined ? null : ago(told.effective)
  const named = (text: string) =>
    text
      .replaceAll('【机关】', organ.name)
      .replaceAll('【简称】', organ.name.replace(/^.+市/, '市'))
      .replaceAll('【施行】', effectiveFrom ? chineseDate(effectiveFrom) : '发布之日')
  const madeOn = ago(told.made)
  const year = yearOf(madeOn)
  const { genre, countedFrom } = recordTypeOf(told.type)
  const number = told.number?.replace('〔年〕', `〔${year}〕`).replace('〔上年〕', `〔${year}〕`)
  return {
    ...blank,
    title: named(told.title),
    madeOn,
    summary: told.summary ?? '',
    sourceName: told.source?.name ?? '',
    sourceUrl: told.source?.url ?? '',
    issuingOrgan: told.source?.issuer ?? blank.issuingOrgan,
    documentNumber: number ? `${organ.letterCode || '示例'}${number}` : '',
    effectiveFrom,
    validUntil: effectiveFrom && told.termYears ? lastDayOf(effectiveFrom, told.termYears) : null,
    fields: { ...told.fields, ...(countedFrom ? { [countedFrom]: ago(told.made) } : {}) },
    interprets: told.interpretsTitle ? (known.get(told.interpretsTitle) ?? null) : null,
    genre,
    subjectCategory: '综合政务',
    keywords: ['政务服务'],
    text: textOf({ ...told, paragraphs: told.paragraphs.map(named) }),
  }
}
