import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { pdfFile, pdfText } from '../../files/testing/pdf-file.ts'
import { isOutcomeId, outcomesOn } from '../../law/outcomes.ts'
import { openPkcs12 } from '../../seals/pkcs12.ts'
import { certificateSeal } from '../../seals/seal.ts'
import { aPkcs12 } from '../../seals/testing/certificates.ts'
import { officialLetterPdf } from '../../typesetting/official-letter-pdf.ts'
import { inOrder, readTags } from '../../typesetting/testing/read-tags.ts'
import type { Letter } from './letter.ts'
import { anAnswer } from './testing/facts.ts'
import { lettersOnTheWay } from './testing/letters-on-the-way.ts'
import { letterKindOf, numbered, writeLetter } from './write-letter.ts'

const day = '2026-11-24'
const answers = outcomesOn(plainDate(day)).flatMap(({ id }): Letter[] => {
  const kind = isOutcomeId(id) ? letterKindOf(id) : null
  return isOutcomeId(id) && kind ? [writeLetter(kind, anAnswer(id, day))] : []
})
const letters = [...lettersOnTheWay(), ...answers].map((letter) => numbered(letter, '示统公复〔2026〕12号'))
const seal = certificateSeal(openPkcs12(aPkcs12(), '印章123'))
const bare = (text: string) => text.replace(/\s/g, '')

test.each(letters.map((letter) => [`${letter.kind} ${letter.template}`, letter] as const))(
  'PDF/UA: %s says everything by its tags, in order, sealed or not',
  async (_, letter) => {
    const pdf = await officialLetterPdf(letter)
    for (const each of [pdf, seal.sealPdf(pdf, new Date())]) {
      const tags = await readTags(each)
      expect(tags).toMatchObject({
        title: letter.title,
        language: 'zh-CN',
        displaysTitle: true,
        isMarked: true,
        saysUa: true,
        figuresWithoutWords: 0,
        tablesWithoutHead: 0,
        unmarked: [],
      })
      expect(tags.roles).toContain('Document')
      expect(inOrder(tags.headings)).toBe(true)
      const parts = [letter.organ, letter.number ?? '', letter.title, `${letter.addressee}：`, ...letter.paragraphs]
      let at = 0
      for (const part of parts) {
        const found = tags.words.indexOf(bare(part), at)
        expect(found, part).toBeGreaterThanOrEqual(at)
        at = found + bare(part).length
      }
    }
  },
)

test('a PDF without tags is told as one, so that the reading above would see it', async () => {
  const tags = await readTags(pdfFile(pdfText('words without tags')))
  expect(tags).toMatchObject({ isMarked: false, saysUa: false, roles: [] })
})
