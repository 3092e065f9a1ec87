import { describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { aForm, aSiteToAsk, pdf, today } from '../testing/a-site-to-ask.ts'
import { aVisitor, hiddenField } from '../testing/forms.ts'
import { sendWhileNobodyCounts } from '../testing/held-counter.ts'
import { limits } from './limits.ts'

const { app, db, url, owner, path, visitor, count } = await aSiteToAsk()
/** Somebody whose address matters. */
const at = (address: string) => aVisitor(app, address)

describe('files', () => {
  const scan = { field: 'identity', name: '身份证.pdf', bytes: pdf }

  test('a sound one waits for the corrected form, and then belongs to the request', async () => {
    const faulty = aForm({ name: '' })
    const exe = { field: 'attachment', name: '病毒.pdf', bytes: Buffer.from('4d5a90000300000004000000ffff0000', 'hex') }
    const first = await visitor().upload(`${path}/submit`, faulty, [scan, exe])
    expect(first.statusCode).toBe(422)
    expect(first.body).toContain('已上传：身份证.pdf')
    expect(first.body).toContain('<a href="#attachment">')
    const kept = hiddenField(first.body, 'kept')
    const before = await count('requestFiles')
    const second = await visitor().upload(`${path}/submit`, { ...faulty, name: '张三', kept })
    expect(second.statusCode).toBe(200)
    expect(await count('requestFiles')).toBe(before + 1)
    const file = await owner.selectFrom('files').selectAll().where('name', '=', '身份证.pdf').executeTakeFirstOrThrow()
    expect(file.expiresAt).toBeNull()
    expect(file.sealed.includes('%PDF')).toBe(false)
  })

  test('the box takes one away, and nobody can claim a file of another form', async () => {
    const faulty = aForm({ name: '' })
    const first = await visitor().upload(`${path}/submit`, faulty, [scan])
    const kept = hiddenField(first.body, 'kept')
    const id = /dropped-([0-9a-f-]{36})/.exec(first.body)?.[1] ?? ''
    const without = await visitor().upload(`${path}/submit`, { ...faulty, kept, dropped: id })
    expect(without.body).not.toContain('已上传')
    const before = await count('requestFiles')
    const thief = await visitor().upload(`${path}/submit`, { ...aForm(), kept })
    expect(thief.statusCode).toBe(200)
    expect(await count('requestFiles')).toBe(before)
  })

  test('H009, H011: one that is too large or empty is refused, and the text stays', async () => {
    const large = { ...scan, bytes: Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]) }
    const answer = await visitor().upload(`${path}/submit`, aForm({ content: '还在这里' }), [large])
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('超过20MB')
    expect(answer.body).toContain('还在这里')
    const empty = await visitor().upload(`${path}/submit`, aForm(), [{ ...scan, bytes: Buffer.alloc(0) }])
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('是空的')
  })

  test('more than five are refused at the field', async () => {
    const six = Array.from({ length: 6 }, (_, index) => ({ ...scan, name: `${index}.pdf` }))
    const answer = await visitor().upload(`${path}/submit`, aForm(), six)
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('一次最多上传5个文件')
    expect(answer.body.match(/name="kept"/g)).toHaveLength(5)
  })

  test('a box that was left empty is no file; an unknown box is refused by name', async () => {
    const none = await visitor().upload(`${path}/submit`, aForm(), [{ ...scan, name: '', bytes: Buffer.alloc(0) }])
    expect(none.statusCode).toBe(200)
    const unknown = await visitor().upload(`${path}/submit`, aForm(), [{ ...scan, field: 'shell' }])
    expect([unknown.statusCode, unknown.body.includes('“shell”')]).toEqual([400, true])
  })

  test('each counts before it is looked into: also what is refused is a try, and the last one is told so', async () => {
    const address = '10.77.0.1'
    const bad = (index: number) => ({ ...scan, name: `${index}.pdf`, bytes: Buffer.from('4d5a9000', 'hex') })
    const tryFive = (from: number) =>
      at(address).upload(
        `${path}/submit`,
        aForm({ name: '' }),
        [0, 1, 2, 3, 4].map((index) => bad(from + index)),
      )
    for (let sent = 0; sent < 40; sent += 5) expect((await tryFive(sent)).body).toContain('类型不能接收')
    const answer = await at(address).upload(`${path}/submit`, aForm({ content: '还在这里' }), [scan])
    expect(answer.body).toContain('一小时内上传的文件过多')
    expect(answer.body).toContain('还在这里')
  })

  test('however many files of one network begin at once, others are left connections to the database', async () => {
    const send = () => at('10.87.0.1').upload(`${path}/submit`, aForm({ name: '' }), [scan])
    await send()
    const answers = await sendWhileNobodyCounts({ db, owner }, limits.uploads, send)
    for (const { body } of answers) expect(body).toContain('已上传')
  })

  test('when there is no room for more, the text stays, and when to come back is told', async () => {
    const held = app.uploads.budget.open({ network: '10.88.0.1' }, () => {})
    held.take(44 * 1024 * 1024)
    const large = { ...scan, bytes: Buffer.concat([pdf, Buffer.alloc(2 * 1024 * 1024)]) }
    const answer = await at('10.88.0.1').upload(`${path}/submit`, aForm({ content: '还在这里' }), [large])
    held.release()
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '10'])
    expect(answer.body).toContain('暂时不能接收')
    expect(answer.body).toContain('还在这里')
    const again = await at('10.88.0.1').upload(`${path}/submit`, aForm({ name: '' }), [large])
    expect(again.body).toContain('已上传')
    expect(app.uploads.budget.held()).toBe(0)
  })

  test('when too much waits for its form, the file is refused and told when to come, and the text goes on', async () => {
    await owner.deleteFrom('waitingFiles').execute()
    const small = await buildApp({ db, url }, { KAICHENG_TODAY: today, KAICHENG_WAITING_MB: '1' })
    const who = aVisitor(small, '10.99.0.1')
    const half = { ...scan, bytes: Buffer.concat([pdf, Buffer.alloc(600 * 1024)]) }
    const first = await who.upload(`${path}/submit`, aForm({ name: '' }), [half])
    expect(first.body).toContain('已上传')
    const typed = aForm({ content: '还在这里' })
    const second = await who.upload(`${path}/submit`, typed, [half])
    expect([second.statusCode, second.headers['retry-after']]).toEqual([507, '10'])
    expect(second.body).toContain('尚未提交的附件过多')
    expect(second.body).toContain('还在这里')
    const before = await count('requests')
    expect((await who.upload(`${path}/submit`, typed)).statusCode).toBe(200)
    expect(await count('requests')).toBe(before + 1)
    await small.close()
  })
})
