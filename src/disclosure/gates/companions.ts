import { isGoing } from '../content.ts'
import { recordTypeOf } from '../record-type.ts'
import type { Gate } from './gate.ts'
import { finding } from './rules.ts'

/** 国办发〔2016〕80号: a policy and its interpretation go together. */
export const interpretationGate: Gate = ({ type, act }, { isInterpreted, interprets }) => [
  ...(act.kind === 'publish' && recordTypeOf(type).callsForInterpretation && !isInterpreted
    ? [finding('interpretationMissing', 'type', '')]
    : []),
  ...(type === 'policyInterpretation' && interprets === 'withdrawn'
    ? [finding('policyWithdrawn', 'interprets', '')]
    : []),
  ...(type === 'policyInterpretation' && act.kind === 'publish' && interprets === 'notPublished'
    ? [finding('policyNotPublished', 'interprets', '')]
    : []),
]

/** 政府网站发展指引: whoever reposts says from where, and whose it is. */
export const sourceGate: Gate = ({ act, originality, issuingOrgan, sourceName, sourceUrl }, { organNames }) => {
  if (originality !== 'repost' || isGoing(act)) return []
  const issuer = issuingOrgan.trim()
  return [
    ...(issuer !== '' && issuer === organNames[0] ? [finding('repostOfOurOwn', 'issuingOrgan', issuer)] : []),
    ...(sourceName.trim() ? [] : [finding('sourceMissing', 'sourceName', '')]),
    ...(sourceUrl.trim() ? [] : [finding('sourceAddressMissing', 'sourceUrl', '')]),
  ]
}

/** 国办发〔2018〕123号: what others published first is a repost. A person decides; the text may be ours on both sides. */
export const originalityGate: Gate = ({ act }, { earlier, alike }) =>
  act.kind === 'publish' || act.kind === 'correct'
    ? earlier
        // Of our own with nearly this title the other hint speaks.
        .filter((each) => !alike.some(({ title }) => title === each.title))
        .slice(0, 1)
        .map(({ title, organName, publishedOn, percent, address }) => {
          const likeness = `与《${title}》（${organName}，${publishedOn}）相似 ${percent} %，标为原创，请核对`
          return { ...finding('alikeOriginal', 'originality', '', likeness), href: address }
        })
    : []

/** Published records with nearly this title. */
export const sameTitleGate: Gate = ({ title }, { alike }) =>
  alike
    .filter(({ similarity }) => similarity >= nearlyTheSame)
    .map((each) => ({
      ...finding('sameTitle', 'title', title.slice(0, 100), `《${each.title}》（${each.number}）`),
      href: each.address,
    }))

const nearlyTheSame = 0.6
