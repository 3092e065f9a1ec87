import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aForm, aSiteToAsk, pdf } from '../testing/a-site-to-ask.ts'
import { hiddenField } from '../testing/forms.ts'

const { path, visitor, count } = await aSiteToAsk()

describe('many requests from one address', () => {
  test('the sixth costs a proof of work and is not refused; all that was typed is carried on', async () => {
    const many = visitor()
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await many.upload(`${path}/submit`, aForm())).body).toContain('申请已经提交')
    }
    const before = await count('requests')
    const sixth = aForm({ assistance: '大字版' })
    const asked = await many.upload(`${path}/submit`, sixth, [{ field: 'attachment', name: '图.pdf', bytes: pdf }])
    expect(asked.body).toContain('您的申请还没有提交')
    expect(asked.body).toContain('当面提交或者邮寄')
    expect(asked.headers['content-security-policy']).toContain("script-src 'self'")
    expect(await count('requests')).toBe(before)
    const [, challenge = '', bits = ''] = /data-challenge="([^"]+)" data-bits="(\d+)"/.exec(asked.body) ?? []
    const kept = hiddenField(asked.body, 'kept')
    const again = { ...sixth, challenge, kept }
    expect((await many.upload(`${path}/submit`, { ...again, proof: '0' })).body).toContain('还没有提交')
    const proof = String(work(challenge, Number(bits)))
    const other = await many.upload(`${path}/submit`, { ...again, key: randomUUID(), proof })
    expect(other.body).toContain('还没有提交')
    const done = await many.upload(`${path}/submit`, { ...again, proof })
    expect(done.body).toContain('申请已经提交')
    expect(await count('requests')).toBe(before + 1)
    expect((await many.upload(`${path}/submit`, { ...again, proof })).body).toBe(done.body)
  })

  test('one form sent many times at once costs it as well, whichever of them share a transaction', async () => {
    const many = visitor()
    for (let sent = 0; sent < 5; sent += 1) await many.upload(`${path}/submit`, aForm())
    const before = await count('requests')
    const sixth = aForm()
    const answers = await Promise.all(Array.from({ length: 8 }, () => many.upload(`${path}/submit`, sixth)))
    expect(answers.map(({ body }) => body.includes('您的申请还没有提交'))).toEqual(answers.map(() => true))
    expect(await count('requests')).toBe(before)
  })

  test('the script is our own, and no other page has one', async () => {
    const { body } = await visitor().get(`${path}/new?key=${randomUUID()}`)
    expect(body).not.toContain('<script')
  })
})

const work = (challenge: string, bits: number): number => {
  for (let tried = 0; ; tried += 1) {
    const hash = createHash('sha256').update(`${challenge}.${tried}`).digest()
    if (hash.readUInt32BE(0) >>> (32 - bits) === 0) return tried
  }
}
