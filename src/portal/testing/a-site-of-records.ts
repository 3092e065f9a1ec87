import { afterAll } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { beginEdition } from '../../disclosure/actions/begin.ts'
import { saveRevision } from '../../disclosure/actions/save.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import type { Content } from '../../disclosure/content.ts'
import { foldEdition } from '../../disclosure/edition.ts'
import { openEdition } from '../../disclosure/prepare.ts'
import type { EditionKey } from '../../disclosure/store/editions.ts'
import { findPublished } from '../../disclosure/store/published.ts'
import { aContent, aSignedRecord, type Reviewers, submitAndSign } from '../../disclosure/testing/a-record.ts'
import { acceptFile } from '../../files/accept.ts'
import { addFile } from '../../files/store.ts'
import type { Organ } from '../../organs/organ.ts'
import { anOffice } from '../../organs/testing/officers.ts'

export const today = '2026-11-24'
export const origin = 'https://www.shili.example'

/** A server with one bureau whose people publish what the test says. */
export async function aSiteOfRecords(facts: Partial<Organ> = {}) {
  const { db, url, owner, ownerUrl } = await testDatabase()
  const anApp = async (env: Record<string, string> = {}) => {
    const app = await buildApp({ db, url }, { ...env, KAICHENG_TODAY: today, KAICHENG_ORIGIN: origin })
    afterAll(() => app.close())
    await app.ready()
    return app
  }
  const app = await anApp()
  const { organ, officer } = await anOffice(db, facts)
  const people: Reviewers = {
    clerk: await officer(today, ['clerk']),
    unitHead: await officer(today, ['unitHead']),
    ogiHead: await officer(today, ['ogiHead']),
    leader: await officer(today, ['leader']),
  }
  const { clerk } = people
  const now = () => new Date()
  /** Old documents are published late, with a reason. */
  const confirmations = [{ gate: 'late', place: 'publishBy', reason: '补登以前的文件' }]
  const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  const let_ = async (key: EditionKey): Promise<{ key: EditionKey; number: string; path: string }> => {
    const { hash } = foldEdition((await within((tx) => openEdition(tx, key))).events)
    await within((tx) => takeStep(tx, clerk, now(), key, 'publish', { hash, confirmations }))
    const record = await within((tx) => findPublished(tx, organ.id, key.recordId))
    if (!record) throw new Error('nothing was published')
    return { key, number: record.number, path: `/${organ.slug}/records/${record.number}` }
  }
  return {
    db,
    url,
    owner,
    ownerUrl,
    app,
    anApp,
    organ,
    officer,
    people,
    get: (path: string, headers: Record<string, string> = {}) =>
      app.inject({ url: path, headers: { host: '127.0.0.1', ...headers } }),
    page: async (path: string) => (await app.inject({ url: path, headers: { host: '127.0.0.1' } })).body,
    /** A file that was uploaded and waits for its record. */
    upload: async (name: string, bytes: Uint8Array) => {
      const file = await acceptFile(name, bytes)
      const { id } = await within((tx) => addFile(tx, organ.id, file, 1))
      return {
        fileId: id,
        name: file.name,
        size: bytes.length,
        contentType: file.contentType,
        sha256: file.sha256,
        alternative: '',
      }
    },
    publish: async (content: Partial<Content>) => {
      const { key } = await aSignedRecord(db, people, aContent(content), 3)
      return let_(key)
    },
    /** Corrects, withdraws or repeals what stands, through review. */
    follow: async (of: EditionKey, act: Content['act'], content: Partial<Content> = {}) => {
      if (act.kind === 'publish') throw new Error('it is published already')
      const { kind } = act
      const key = await within((tx) => beginEdition(tx, clerk, now(), of.recordId, kind))
      const { content: before } = await within((tx) => openEdition(tx, key))
      await within((tx) => saveRevision(tx, clerk, now(), key, { content: { ...before, ...content, act }, basedOn: 1 }))
      await submitAndSign(db, people, key, 3)
      return let_(key)
    },
  }
}
