import { describe, expect, test } from 'vitest'
import { checkReport } from '../check/check-report.ts'
import { aKnown, aYear } from '../testing/a-known-year.ts'
import { aSection, aSoundReport } from '../testing/a-sound-report.ts'
import type { Known, YearKnown } from './known.ts'
import { isShown, problems, problemsOf } from './problems.ts'

type Wanted = Parameters<typeof aYear>[0]
const shortcomings = { holes: null, staleColumns: 0, late: 0, lateDecisions: 0, lateAnswers: 0 }
const reviewed = { published: 9, urgent: 0, levels: 3, secrecy: 9 }

/** For each problem: a year that shows it, and years that do not. */
const cases: Readonly<Record<string, { shows: Wanted; not: Wanted[] }>> = {
  lateAnswers: { shows: { facts: { shortcomings: { ...shortcomings, lateAnswers: 2 } } }, not: [{}] },
  corrected: {
    shows: { figures: { 'review.corrected': 1 } },
    not: [{}, { figures: { 'review.corrected': 1 }, ledgers: ['requests'] }],
  },
  holes: {
    shows: { facts: { shortcomings: { ...shortcomings, holes: 15 } } },
    not: [{}, { facts: { shortcomings: { ...shortcomings, holes: 0 } } }],
  },
  late: {
    shows: { facts: { reviewed, shortcomings: { ...shortcomings, late: 1 } } },
    not: [{ facts: { reviewed } }],
  },
  lateDecisions: { shows: { facts: { shortcomings: { ...shortcomings, lateDecisions: 1 } } }, not: [{}] },
  urgent: { shows: { facts: { reviewed: { ...reviewed, urgent: 1 } } }, not: [{ facts: { reviewed } }] },
  staleColumns: {
    shows: { facts: { standing: 5, shortcomings: { ...shortcomings, staleColumns: 8 } } },
    not: [{ facts: { standing: 5 } }],
  },
  reposts: {
    shows: { facts: { items: 777, reposts: 410 } },
    not: [{ facts: { items: 777, reposts: 100 } }, { facts: { items: 777, reposts: 410 }, ledgers: [] }, {}],
  },
  interpretations: {
    shows: { figures: { 'normativeDocuments.issuedThisYear': 4 } },
    not: [
      { figures: { 'normativeDocuments.issuedThisYear': 4 }, facts: { interpretations: 4 } },
      // A ledger of publications that nobody kept accuses nobody of not interpreting.
      { figures: { 'normativeDocuments.issuedThisYear': 4 }, ledgers: ['normativeDocuments'] },
      // What nobody has sorted may be an interpretation.
      { figures: { 'normativeDocuments.issuedThisYear': 4 }, facts: { items: 12, unsorted: 12 } },
    ],
  },
  extensions: {
    shows: { figures: { 'resultsTotal.total': 10 }, facts: { extended: 3 } },
    not: [{ figures: { 'resultsTotal.total': 10 }, facts: { extended: 2 } }, {}],
  },
}

describe('section 五 names what the year’s records show', () => {
  test('every problem has its case', () => expect(Object.keys(cases)).toEqual(problems.map(({ id }) => id)))

  test.for(problems)('$id', (problem) => {
    const { shows, not } = cases[problem.id] ?? { shows: {}, not: [] }
    const words = problem.problem(aYear(shows))
    const written = problemsOf(aKnown(shows))
    expect(written.join()).toContain(words)
    expect(written.at(-1)).toContain(problem.measures[0])
    for (const year of not) expect(isShown(problem, aYear(year))).toBe(false)
  })

  test('what a court corrected counts like what a review corrected', () => {
    for (const row of ['review', 'suitDirect', 'suitAfterReview'])
      expect(problemsOf(aKnown({ figures: { [`${row}.corrected`]: 2 } })).join()).toContain('中被纠正2件')
  })

  test('a year without any says that its records show none, and promises nothing', () => {
    expect(problemsOf(aKnown()).join()).toContain('2025年的台账和平台记录没有显示需要在此报告的问题')
    expect(problemsOf(aKnown()).join()).not.toContain('下一步措施')
  })

  test('one alone is not numbered, several are', () => {
    expect(problemsOf(aKnown(cases.holes?.shows)).join()).not.toContain('一是')
    const both = { facts: { reviewed: { ...reviewed, urgent: 1 }, shortcomings: { ...shortcomings, holes: 15 } } }
    expect(problemsOf(aKnown(both)).at(-1)).toMatch(/^下一步措施：一是.+；二是.+。$/)
  })
})

describe('what became of last year’s', () => {
  const ofReposts = (reposts: number, year = 2025) => ({ year, facts: { items: 100, reposts } })
  const year = (reposts: number, before: (YearKnown & { problems: string }) | null): Known =>
    aKnown({ ...ofReposts(reposts), before })
  const last = (reposts: number, problems = '') => ({ ...aYear(ofReposts(reposts, 2024)), problems })

  test.for([
    [53, 41, '2024年53%，2025年41%，有所减少'],
    [53, 60, '2024年53%，2025年60%，没有减少'],
    [53, 53, '2024年53%，2025年53%，与上年相同'],
  ] as const)('%i %% → %i %%', ([old, now, words]) =>
    expect(problemsOf(year(now, last(old)))[0]).toBe(`改进情况：原创内容不足，${words}。`),
  )

  test('is not said where this year’s ledger is not known', () => {
    const known = aKnown({ ...ofReposts(20), ledgers: [], before: last(53) })
    expect(problemsOf(known)[0]).toBe('改进情况：原创内容不足，2024年53%，2025年的情况没有登记。')
  })

  test.for(problems)('of $id: where this year’s records say nothing of it, that is said', (problem) => {
    const { shows } = cases[problem.id] ?? { shows: {} }
    const before = { ...aYear({ ...shows, year: 2024 }), problems: '' }
    const then = `2024年${problem.amount(before)}${problem.unit}`
    expect(problemsOf(aKnown({ ledgers: [], before }))[0]).toContain(`${problem.name}，${then}，2025年的情况没有登记`)
  })
  test.for([
    ['lateAnswers', '超过期限答复申请，2024年2件，2025年0件，有所减少'],
    ['lateDecisions', '行政许可、行政处罚公示逾期，2024年1件，2025年0件，有所减少'],
  ] as const)('of %s: none in a year of which the ledger is known is none, not “没有登记”', ([id, words]) => {
    const before = { ...aYear({ ...cases[id]?.shows, year: 2024 }), problems: '' }
    expect(problemsOf(aKnown({ before }))[0]).toBe(`改进情况：${words}。`)
  })

  test('its amounts have their unit in both years', () => {
    const extended = (count: number) => ({ figures: { 'resultsTotal.total': 10 }, facts: { extended: count } })
    const before = { ...aYear({ ...extended(5), year: 2024 }), problems: '' }
    expect(problemsOf(aKnown({ ...extended(3), before }))[0]).toBe(
      '改进情况：延长答复期限较多，2024年50%，2025年30%，有所减少。',
    )
  })
  test('a year before of which the records showed none', () => {
    expect(problemsOf(aKnown({ before: { ...aYear({ year: 2024 }), problems: '' } }))[0]).toBe(
      '改进情况：2024年的台账和平台记录没有显示需要改进的问题。',
    )
  })

  test('what was never compared is no proof that there are fewer reposts', () => {
    const facts = { items: 100, reposts: 20, uncompared: 80 }
    expect(problemsOf(aKnown({ facts, before: last(53) }))[0]).toContain('2025年20%（另有80条标为原创的尚未比对）')
  })

  test('extensions and reposts are no improvements by themselves', () => {
    expect(problemsOf(aKnown({ facts: { extended: 10, items: 90, reposts: 90 } }))[0]).toBe(
      '改进情况：没有上一年度的情况可以比对。',
    )
  })

  test('a measure that was promised and did not help gives way to the next', () => {
    const first = problemsOf(year(60, last(60)))
    const second = problemsOf(year(60, last(60, first.join('\n'))))
    const third = problemsOf(year(60, last(60, [...first, ...second].join('\n'))))
    expect(new Set([first, second, third].map((text) => text.at(-1))).size).toBe(3)
    expect(third.at(-1)).toContain('继续')
  })
})

describe('C7: the words of last year', () => {
  const own = problemsOf(aKnown({ facts: { items: 777, reposts: 410 } }))
  const eternal = '公开目录还需进一步细化，公开时效和工作人员业务水平有待进一步提高'
  const withProblems = (year: number, ...paragraphs: string[]) => {
    const report = aSoundReport({ year, title: null })
    return {
      ...report,
      sections: report.sections.map((old) => (old.id === 'problems' ? aSection('problems', ...paragraphs) : old)),
    }
  }
  const found = (now: string[], before: string[], grounded?: readonly string[]) =>
    checkReport(withProblems(2024, ...now), {
      previous: withProblems(2023, ...before),
      ...(grounded ? { grounded } : {}),
    })
      .filter(({ code }) => code === 'REPEATED_TEXT')
      .map(({ severity, message }) => ({ severity, message }))

  test('a sentence that the year’s own figures do not say is an error', () => {
    const text = [`存在的主要问题：一是${eternal}；二是信息更新不够及时，个别栏目没有内容。`]
    expect(found(text, [`存在的主要问题：${eternal}。`], own)).toMatchObject([{ severity: 'error' }])
    expect(found(text, [`存在的主要问题：${eternal}。`], own)[0]?.message).toContain('公开目录还需进一步细化')
  })
  test('one that they do say, with the same figures, is told', () => {
    expect(found(own, own, own).map(({ severity }) => severity)).toEqual(['warning'])
    expect(found([...own, '另有一个新的问题没有解决。'], own, own).map(({ severity }) => severity)).toEqual(['note'])
  })
  test('where nobody knows the year’s figures it is told', () => {
    expect(found([`${eternal}。`, '今年另有新的问题。'], [`${eternal}。`]).map(({ severity }) => severity)).toEqual([
      'note',
    ])
  })
  test('other figures are another sentence', () => {
    const [text, other] = [410, 380].map((reposts) => problemsOf(aKnown({ facts: { items: 777, reposts } })))
    expect(found([text?.[1] ?? ''], [other?.[1] ?? ''], own)).toEqual([])
  })
})
