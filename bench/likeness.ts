import type { Database } from '../src/db/database.ts'
import { inOrgan } from '../src/db/organ.ts'
import { beginRecord } from '../src/disclosure/actions/begin.ts'
import { saveRevision } from '../src/disclosure/actions/save.ts'
import { takeStep } from '../src/disclosure/actions/take-step.ts'
import { findingsOf } from '../src/disclosure/gates/pass.ts'
import { openEdition } from '../src/disclosure/prepare.ts'
import { confirmed, freeOfSecrets } from '../src/disclosure/testing/a-record.ts'
import { anOffice } from '../src/organs/testing/officers.ts'
import { contentOf } from './many-records.ts'
import { benchDay } from './many-requests.ts'
import { load } from './measure.ts'

const drafts = 20

/** What it costs to look at a draft and to submit it, compared with everything that was published before. */
export async function benchLikeness(db: Database): Promise<void> {
  const { organ, officer } = await anOffice(db, { slug: 'bench-drafts', name: '示例起草局', letterCode: '示草' })
  const clerk = await officer(benchDay, ['clerk'])
  const now = new Date(`${benchDay}T02:00:00Z`)
  const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  const [look, submit]: [number[], number[]] = [[], []]
  for (let index = 0; index < drafts; index += 1) {
    const made = contentOf(index * 4_999 + 1, organ, benchDay)
    const content = {
      ...made,
      type: 'notice' as const,
      columnId: 'tzgg',
      documentNumber: '',
      originality: 'original' as const,
    }
    const key = await within((tx) => beginRecord(tx, clerk, now, 'notice'))
    const { hash } = await within((tx) => saveRevision(tx, clerk, now, key, { content, basedOn: 1 }))
    const begun = performance.now()
    const findings = await within(async (tx) => findingsOf(tx, await openEdition(tx, key), clerk.today))
    const looked = performance.now()
    const input = { hash, secrecy: freeOfSecrets(content), confirmations: confirmed(findings) }
    await within((tx) => takeStep(tx, clerk, now, key, 'submit', input))
    look.push(looked - begun)
    submit.push(performance.now() - looked)
  }
  for (const [name, times] of [
    ['a draft is looked through', look],
    ['a draft is submitted', submit],
  ] as const) {
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0).padStart(5)
    console.log(`  ${name.padEnd(36)} p50 ${at(0.5)} ms  max ${at(0.9999)} ms  (${load()})`)
  }
}
