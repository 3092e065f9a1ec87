import type { Content } from '../content.ts'
import { chatGate, mailGate } from './accounts.ts'
import { blankGate } from './blanks.ts'
import { circumstanceGate } from './circumstances.ts'
import { interpretationGate, originalityGate, sameTitleGate, sourceGate } from './companions.ts'
import { completenessFindings } from './complete.ts'
import { recordDateGate, writtenDateGate } from './dates.ts'
import { documentNumberGate, notPublicNumberGate, quotedNumberGate, sameNumberGate } from './document-numbers.ts'
import { fileGate } from './files.ts'
import type { Finding, Severity } from './finding.ts'
import type { Gate, GateContext } from './gate.ts'
import { homeAddressGate } from './homes.ts'
import { identityNumberGate } from './identity-numbers.ts'
import { linkGate } from './links.ts'
import { masked } from './masked.ts'
import { minorGate } from './minors.ts'
import { noteGate } from './notes.ts'
import { ownNameGate } from './own-names.ts'
import { plateGate, travelDocumentGate } from './papers.ts'
import { bankCardGate, phoneGate } from './phones-and-cards.ts'
import { secrecyMarkGate } from './secrecy-marks.ts'
import { struckGate } from './struck.ts'
import { wordGate } from './words.ts'

const gates: readonly Gate[] = [
  completenessFindings,
  secrecyMarkGate,
  identityNumberGate,
  phoneGate,
  bankCardGate,
  homeAddressGate,
  minorGate,
  travelDocumentGate,
  mailGate,
  chatGate,
  plateGate,
  circumstanceGate,
  fileGate,
  writtenDateGate,
  recordDateGate,
  documentNumberGate,
  quotedNumberGate,
  notPublicNumberGate,
  sameNumberGate,
  wordGate,
  ownNameGate,
  struckGate,
  blankGate,
  noteGate,
  linkGate,
  interpretationGate,
  sourceGate,
  sameTitleGate,
  originalityGate,
]

const order: readonly Severity[] = ['block', 'confirm', 'hint']
/** More findings of one gate in the text than anybody answers one by one become one. */
const mostPlaces = 10
const shown = 3

/** Everything that the gates see, the gravest first; one finding for each gate and place, personal data masked. */
export function examine(content: Content, context: GateContext): Finding[] {
  const all = gates.flatMap((gate) => gate(content, context))
  const byGate = Map.groupBy(all, ({ gate, severity }) => `${severity} ${gate}`)
  const merged = [...byGate.values()].flatMap((ofGate) => {
    const inText = ofGate.filter(({ place }) => place.startsWith('text:'))
    const isMany = new Set(inText.map(({ place }) => place)).size > mostPlaces
    const placed = isMany ? ofGate.map((each) => (inText.includes(each) ? { ...each, place: 'text' } : each)) : ofGate
    return [
      ...Map.groupBy(placed, ({ place, message, gate, href }) =>
        gate === 'complete' || href ? place + message : place,
      ).values(),
    ].map(mergedOf)
  })
  return merged.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** Several findings of one gate in one place. */
function mergedOf(findings: readonly Finding[]): Finding {
  const [first] = findings
  if (!first) throw new Error('nothing to merge')
  const distinct = (field: 'message' | 'excerpt') => [...new Set(findings.map((each) => masked(each[field])))]
  const messages = distinct('message')
  const excerpts = distinct('excerpt').filter((each) => each !== '')
  const rest = findings.length > 1 ? `（共${findings.length}处）` : ''
  return {
    ...first,
    message: `${messages.slice(0, shown).join('；')}${rest}`,
    excerpt: excerpts.slice(0, shown).join('、') + (excerpts.length > shown ? ' 等' : ''),
  }
}
