import type { Gate } from './gate.ts'
import { before, type Passage, plainOf } from './passages.ts'
import { finding } from './rules.ts'
import type { FoundWord } from './word-finder.ts'

const gateOf = { block: 'wordForbidden', confirm: 'wordToConfirm', hint: 'word' } as const

/** Words of the lists: wrongly written, to be weighed, and names of organs that are called otherwise by now. */
export const wordGate: Gate = ({ madeOn, issuingOrgan }, { passages, words, today }) => {
  const day = madeOn ?? today
  return passages.flatMap((passage) => {
    const plain = plainOf(passage.text)
    return words.findIn(plain).flatMap(({ entry, at }) => {
      const { kind, word, suggestion, since, severity, ground } = entry
      const by = ground ? `（${ground}）` : ''
      const advice = `${suggestion && `“${word}”应为“${suggestion}”`}${by}`
      if (kind !== 'name') return [finding(gateOf[severity], passage.place, word, advice)]
      if ((since && day < since) || isHistory(passage, plain, { entry, at })) return []
      const isIssuer = passage.place === 'issuingOrgan' && issuingOrgan.trim() === word
      const note = `${since ? `${since}起` : ''}${suggestion ? `为“${suggestion}”` : '已经不用'}${by}`
      const gate = isIssuer ? 'issuingOrgan' : severity === 'hint' ? 'organName' : gateOf[severity]
      return [finding(gate, passage.place, word, note)]
    })
  })
}

/** 原环境保护部, the title of a document in 《》 and 国务院令-like citations name what was called so then. */
function isHistory({ place }: Passage, plain: string, { entry, at }: FoundWord): boolean {
  const ahead = before(plain, at, 80)
  const isInTitle = ahead.lastIndexOf('《') > ahead.lastIndexOf('》')
  const next = plain.slice(at + entry.word.length, at + entry.word.length + 6)
  return (
    place !== 'issuingOrgan' &&
    (/[原前]$|时任$|原(?![则因有料始件告本])\p{Script=Han}{0,8}[省市县区州旗盟]$/u.test(ahead) ||
      isInTitle ||
      /^(?:令|公告|第|\(原)/.test(next))
  )
}
