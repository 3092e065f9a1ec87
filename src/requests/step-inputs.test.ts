import { expect, test } from 'vitest'
import { stepInputs } from './step-inputs.ts'
import { partGrounds } from './withheld-part.ts'

const turned = '合计\u202e001\u202c元'
/** Compared with what stands there, and shown nowhere. */
const compared = ['hash']

test('nothing that staff type for a step reads otherwise on the page than in a letter', () => {
  for (const [name, { shape }] of Object.entries(stepInputs))
    for (const [field, schema] of Object.entries(shape))
      if (!compared.includes(field))
        expect([name, field, schema.safeParse(turned).success]).toEqual([name, field, false])
  const part = { what: '附件', under: partGrounds[0].id, reason: '理由', record: '' }
  for (const field of ['what', 'reason', 'record']) {
    const parts = stepInputs.draftAnswer.shape.parts.safeParse([{ ...part, [field]: turned }])
    expect([field, parts.error?.issues.map(({ path }) => path.at(-1))]).toEqual([field, [field]])
  }
  const search = { searchedBy: '', searchedOn: '2026-03-02', systems: '', keywords: '', scope: '', result: '' }
  for (const field of ['searchedBy', 'systems', 'keywords', 'scope', 'result']) {
    const found = stepInputs.draftAnswer.shape.search.safeParse({ ...search, [field]: turned })
    expect([field, found.success]).toEqual([field, false])
  }
})

test('bells, escapes and broken signs are refused with what to do; line breaks and tabs stay', () => {
  for (const sign of ['\u0007', '\u001b', '\ufffe', '\u202e', '\u2066'])
    expect(stepInputs.note.safeParse({ text: `备注${sign}` }).error?.issues[0]?.message).toContain('请删除后重新输入')
  expect(stepInputs.note.safeParse({ text: '第一行\n\t第二行，买买提·图尔荪，𰻝' }).success).toBe(true)
})
