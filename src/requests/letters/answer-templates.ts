import { chineseDate } from '../../days/plain-date.ts'
import type { answers } from '../../law/outcome-answers.ts'
import { mayReason, mayStatement, mustReason, mustStatement, recordAsked } from './asks.ts'
import { cite } from './cite.ts'
import { withheldLead, withheldParts } from './denial-templates.ts'
import type { AnswerFacts } from './facts.ts'
import { type OutcomeTemplate, partialSince2026, remediesSince2024 } from './template.ts'
import { need, paragraphsOf, phrase, sentence, told } from './wording.ts'
import { youOf } from './you.ts'

type AnswerId = (typeof answers)[number]['id']

const statementOf = ({ statement }: AnswerFacts, what: string) => need(statement, what, 'statement')
const reasonOf = ({ reason }: AnswerFacts) => need(reason, '理由', 'reason')
const enclosed = ({ enclosures = [] }: AnswerFacts) => enclosures.length > 0

/** Answers on art. 36(1), (2) and 37: what is given. */
const given = {
  granted: {
    id: 'answer.grant',
    editions: remediesSince2024,
    asks: {
      statement: mustStatement('提供什么，或者怎样获取、何时获取；信息作为附件提供的，可以不填。', 'unlessEnclosed'),
      files: true,
    },
    write: (facts) => {
      const opening = `经审查，${youOf(facts)}申请公开的政府信息可以公开。根据${cite(facts.madeOn, '条例 36(2)')}的规定，本机关决定予以公开`
      if (enclosed(facts)) return [`${opening}，现将该信息随本答复书提供（见附件）。`, ...paragraphsOf(facts.statement)]
      const statement = statementOf(facts, '提供的信息，或者获取该信息的方式、途径和时间')
      return [`${opening}。`, ...told('现将该信息或者获取该信息的方式、途径和时间告知如下', statement)]
    },
  },
  alreadyPublic: {
    id: 'answer.alreadyPublic',
    editions: remediesSince2024,
    asks: { statement: mustStatement('在哪里、怎样查到，如网址、公报期号。') },
    write: (facts) =>
      told(
        `经查，${youOf(facts)}申请公开的政府信息已经主动公开。根据${cite(facts.madeOn, '条例 36(1)')}的规定，现将获取该信息的方式、途径告知如下`,
        statementOf(facts, '获取该信息的方式、途径'),
      ),
  },
  partiallyGranted: {
    id: 'answer.partial',
    editions: partialSince2026,
    asks: { statement: mustStatement('予以公开的是哪些部分。'), parts: true, files: true },
    write: (facts) => [
      `经审查，${youOf(facts)}申请公开的信息中含有${withheldLead(facts)}的内容，但是能够作区分处理。根据${cite(facts.madeOn, '条例 37')}的规定，本机关决定部分公开。`,
      ...told(`一、予以公开的部分${enclosed(facts) ? '（见附件）' : ''}`, statementOf(facts, '予以公开的部分')),
      ...withheldParts(facts),
    ],
  },
} as const satisfies Record<string, OutcomeTemplate>

function searched({ search }: AnswerFacts): string {
  const what = (text: string | undefined) => phrase(need(text ?? '', '检索记录', 'search'))
  return `本机关以“${what(search?.keywords)}”为关键词，在${what(search?.systems)}进行了检索，检索范围为${what(search?.scope)}，检索结果为：${what(search?.result)}。`
}

/** Answers on arts. 36(4), (5), 38 and 30: what cannot be given. */
const unavailable = {
  notExist: {
    id: 'answer.notExist',
    editions: remediesSince2024,
    asks: { reason: mayReason, search: true },
    write: (facts) => [
      `${searched(facts)}经检索，没有${youOf(facts)}申请公开的政府信息。根据${cite(facts.madeOn, '条例 36(4)')}的规定，本机关告知${youOf(facts)}该政府信息不存在。`,
      ...paragraphsOf(facts.reason),
    ],
  },
  'unableToProvide.notHeld': {
    id: 'answer.notHeld',
    editions: remediesSince2024,
    asks: { statement: mayStatement },
    write: (facts) => [
      `经检索，本机关不掌握${youOf(facts)}申请公开的政府信息。根据${cite(facts.madeOn, '条例 36(4)')}的规定，本机关不能提供该信息。`,
      ...paragraphsOf(facts.statement),
    ],
  },
  notResponsible: {
    id: 'answer.notResponsible',
    editions: remediesSince2024,
    asks: { reason: mustReason, statement: mustStatement('负责公开该信息的行政机关的名称、联系方式。') },
    write: (facts) => [
      `经审查，${youOf(facts)}申请公开的信息不属于本机关负责公开。理由：${phrase(reasonOf(facts))}。根据${cite(facts.madeOn, '条例 10', '条例 36(5)')}的规定，本机关不能提供该信息。`,
      ...(facts.statement.trim() === ''
        ? ['本机关目前不能确定负责公开该信息的行政机关。']
        : told(`${youOf(facts)}可以向负责公开该信息的行政机关提出申请，其名称和联系方式为`, facts.statement)),
    ],
  },
  'unableToProvide.needsCreation': {
    id: 'answer.needsCreation',
    editions: remediesSince2024,
    asks: { reason: mayReason, statement: mayStatement },
    write: (facts) => [
      `经审查，本机关没有制作或者获取${youOf(facts)}申请公开的现成信息，需要对现有政府信息进行加工、分析才能形成。根据${cite(facts.madeOn, '条例 38')}的规定，行政机关向申请人提供的应当是已经制作或者获取的政府信息，本机关对${youOf(facts)}的申请不予提供。`,
      ...paragraphsOf(facts.reason),
      ...paragraphsOf(facts.statement),
    ],
  },
  'unableToProvide.unclearAfterSupplement': {
    id: 'answer.unclear',
    editions: remediesSince2024,
    asks: { reason: { ...mustReason, label: '补正后仍不明确之处' } },
    write: (facts) => {
      const unclear = facts.reason.trim() === '' ? facts.statement : facts.reason
      const noticed = facts.supplement
        ? `本机关已于${chineseDate(facts.supplement.requestedOn)}向${youOf(facts)}告知补正。`
        : ''
      return [
        ...told(
          `${noticed}经审查，${youOf(facts)}补正后的申请内容仍不明确，本机关无法据以检索政府信息。仍不明确之处`,
          need(unclear, '补正后仍不明确之处', 'reason'),
        ),
        `根据${cite(facts.madeOn, '条例 29', '条例 30')}的规定，本机关无法向${youOf(facts)}提供政府信息。${youOf(facts)}可以在明确所需信息的名称、文号或者便于查询的其他特征性描述后重新提出申请。`,
      ]
    },
  },
} as const satisfies Record<string, OutcomeTemplate>

/** Answers on arts. 39, 36(6), 35 and requests to confirm: what is not processed. */
const notProcessed = {
  'notProcessed.petitionOrComplaint': {
    id: 'answer.petition',
    editions: remediesSince2024,
    asks: { reason: mayReason, statement: mayStatement },
    write: (facts) => [
      `经审查，${youOf(facts)}以政府信息公开申请的形式进行信访、投诉、举报等活动。根据${cite(facts.madeOn, '条例 39 I')}的规定，本机关不作为政府信息公开申请处理。`,
      ...paragraphsOf(facts.reason),
      ...(facts.statement.trim() === '' ? [] : told(`${youOf(facts)}可以通过下列渠道提出`, facts.statement)),
    ],
  },
  'notProcessed.repeat': {
    id: 'answer.repeat',
    editions: remediesSince2024,
    asks: {
      record: recordAsked('earlierAnswer', 'printed'),
      earlier: true,
      statement: mustStatement('如怎样再次取得此前的答复。'),
    },
    write: (facts) => [
      `经查，本机关已就${youOf(facts)}提出的相同内容的政府信息公开申请作出答复：${phrase(need(facts.record, '此前答复的文号和日期', 'record'))}。根据${cite(facts.madeOn, '条例 36(6)')}的规定，本机关对本次申请不予重复处理。`,
      ...paragraphsOf(facts.statement),
    ],
  },
  'notProcessed.publicPublication': {
    id: 'answer.publication',
    editions: remediesSince2024,
    asks: { statement: mustStatement('获取该公开出版物的途径。') },
    write: (facts) => [
      `经审查，${youOf(facts)}要求提供的是政府公报、报刊、书籍等公开出版物。根据${cite(facts.madeOn, '条例 39 II')}的规定，本机关不予提供。`,
      ...told('获取该公开出版物的途径', statementOf(facts, '获取该公开出版物的途径')),
    ],
  },
  'notProcessed.massiveRepeated': {
    id: 'answer.massive',
    editions: remediesSince2024,
    asks: { reason: mustReason, record: recordAsked('reasonsNotice', 'printed') },
    write: (facts) => [
      `${youOf(facts)}申请公开政府信息的数量、频次明显超过合理范围。${asked(facts)}${sentence(phrase(need(facts.record, '说明理由告知书和申请人说明的情况', 'record')))}`,
      ...told('本机关认为申请理由不合理', reasonOf(facts)),
      `根据${cite(facts.madeOn, '条例 35')}的规定，本机关对${youOf(facts)}的申请不予处理。`,
    ],
  },
  'notProcessed.confirmOrReissue': {
    id: 'answer.confirm',
    editions: remediesSince2024,
    asks: {
      record: recordAsked('earlierAnswer', 'printed'),
      earlier: true,
      reason: mayReason,
      statement: mayStatement,
    },
    write: (facts) => [
      `经查，${youOf(facts)}已经获取该信息：${phrase(need(facts.record, '此前提供该信息的文号和日期', 'record'))}。${cite(facts.madeOn, '条例 27')}规定的是申请获取政府信息，要求行政机关对已经获取的信息予以确认或者重新出具，不属于申请获取政府信息，本机关不予处理。`,
      ...paragraphsOf(facts.reason),
      ...paragraphsOf(facts.statement),
    ],
  },
} as const satisfies Record<string, OutcomeTemplate>

function asked(facts: AnswerFacts): string {
  if (!facts.reasons) return ''
  const { requestedOn, receivedOn } = facts.reasons
  const answered = receivedOn
    ? `，于${chineseDate(receivedOn)}收到${youOf(facts)}的说明`
    : `，${youOf(facts)}没有说明理由`
  return `本机关于${chineseDate(requestedOn)}要求${youOf(facts)}说明理由${answered}。`
}

export const answerTemplates = { ...given, ...unavailable, ...notProcessed } as const satisfies Record<
  AnswerId,
  OutcomeTemplate
>
