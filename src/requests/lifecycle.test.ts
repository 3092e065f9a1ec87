import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { type Role, roleIds } from '../organs/role.ts'
import { foldHistory, type RequestHistory } from './history.ts'
import { nextStep, whyNot } from './lifecycle.ts'
import { type RequestStatus, requestStatuses } from './request-status.ts'
import type { StepName } from './step-inputs.ts'
import { stepNames } from './steps.ts'
import { aDraft, aLetter, anApplicant, anOfficer, anOrder, levelsOf, type Told, told } from './testing/a-history.ts'

const today = '2025-09-08'
const received: Told[] = [
  ['2025-09-01', 'arrived', {}],
  ['2025-09-01', 'received', {}],
]
const draft = aDraft()
const approved = (level: number, by: string): Told => [
  '2025-09-05',
  'answerApproved',
  { level, hash: draft.hash, opinion: '' },
  by,
]

const overturned: Told[] = [
  ...received,
  ['2025-09-05', 'concluded', { outcome: 'granted' }],
  ['2025-09-06', 'reanswerOrdered', anOrder()],
]

/** One history for each status, the plainest that leads there. */
const histories: Record<RequestStatus, Told[]> = {
  arrived: [['2025-09-01', 'arrived', {}]],
  processing: received,
  supplementing: [...received, ['2025-09-02', 'supplementRequested', { items: '名称', dueOn: '2025-09-30' } as never]],
  explaining: [
    ...received,
    ['2025-09-02', 'reasonsRequested', { facts: '多', dueOn: '2025-09-30', letter: null } as never],
  ],
  awaitingPayment: [...received, ['2025-09-03', 'feeNotified', { basis: 'perRequest' }, 'clerk', '100.00']],
  approving: [...received, ['2025-09-04', 'answerDrafted', draft]],
  approved: [...received, ['2025-09-04', 'answerDrafted', draft], approved(1, 'head'), approved(2, 'ogi')],
  concluded: [...received, ['2025-09-05', 'concluded', { outcome: 'granted' }]],
  reanswering: overturned,
  reapproving: [...overturned, ['2025-09-07', 'answerDrafted', draft]],
  reapproved: [...overturned, ['2025-09-07', 'answerDrafted', draft], approved(1, 'head'), approved(2, 'ogi')],
}

/** Who may take which step in which status: the whole world, written down by hand. Whatever is not here is shut. */
const world: Record<RequestStatus, Partial<Record<StepName, readonly (Role | 'applicant')[]>>> = {
  arrived: {
    confirmReceipt: ['clerk'],
    assign: ['clerk', 'unitHead', 'ogiHead'],
    askCoHandling: ['clerk', 'unitHead', 'ogiHead'],
    split: ['clerk'],
    withdraw: ['clerk', 'applicant'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
  },
  processing: {
    assign: ['clerk', 'unitHead', 'ogiHead'],
    askCoHandling: ['clerk', 'unitHead', 'ogiHead'],
    split: ['clerk'],
    requestSupplement: ['clerk'],
    requestReasons: ['clerk'],
    notifyFee: ['clerk'],
    consult: ['clerk'],
    proposeExtension: ['clerk'],
    extendReply: ['ogiHead'],
    draftAnswer: ['clerk'],
    withdraw: ['clerk', 'applicant'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
  },
  supplementing: {
    assign: ['clerk', 'unitHead', 'ogiHead'],
    askCoHandling: ['clerk', 'unitHead', 'ogiHead'],
    receiveSupplement: ['clerk', 'applicant'],
    withdraw: ['clerk', 'applicant'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
  },
  explaining: {
    assign: ['clerk', 'unitHead', 'ogiHead'],
    askCoHandling: ['clerk', 'unitHead', 'ogiHead'],
    receiveReasons: ['clerk', 'applicant'],
    withdraw: ['clerk', 'applicant'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
  },
  awaitingPayment: {
    assign: ['clerk', 'unitHead', 'ogiHead'],
    askCoHandling: ['clerk', 'unitHead', 'ogiHead'],
    deliverFee: ['clerk'],
    recordPayment: ['clerk'],
    waiveFee: ['ogiHead'],
    withdraw: ['clerk', 'applicant'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
  },
  approving: {
    approveAnswer: ['unitHead'],
    returnAnswer: ['unitHead', 'ogiHead'],
    proposeExtension: ['clerk'],
    extendReply: ['ogiHead'],
    withdraw: ['clerk', 'applicant'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
  },
  approved: {
    // Whoever holds one of its levels.
    returnAnswer: ['unitHead', 'ogiHead'],
    issueAnswer: ['clerk'],
    proposeExtension: ['clerk'],
    extendReply: ['ogiHead'],
    withdraw: ['clerk', 'applicant'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
  },
  concluded: {
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
    proposePublication: ['clerk', 'unitHead', 'ogiHead'],
  },
  // Neither supplement nor fee, neither extension nor withdrawal: an order is carried out in its time.
  reanswering: {
    assign: ['clerk', 'unitHead', 'ogiHead'],
    askCoHandling: ['clerk', 'unitHead', 'ogiHead'],
    consult: ['clerk'],
    draftAnswer: ['clerk'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
    proposePublication: ['clerk', 'unitHead', 'ogiHead'],
  },
  reapproving: {
    approveAnswer: ['unitHead'],
    returnAnswer: ['unitHead', 'ogiHead'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
    proposePublication: ['clerk', 'unitHead', 'ogiHead'],
  },
  reapproved: {
    returnAnswer: ['unitHead', 'ogiHead'],
    issueAnswer: ['clerk'],
    note: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
    proposePublication: ['clerk', 'unitHead', 'ogiHead'],
  },
}

/** A registration can be put right whenever it is found to be wrong, and a receipt is lost at any time. */
const always: Partial<Record<StepName, readonly Role[]>> = {
  correctRegistration: ['clerk'],
  reissueReceipt: ['clerk'],
  link: ['clerk'],
}

const matterOf = (history: RequestHistory, actor: ReturnType<typeof anOfficer>) => ({
  history,
  actor,
  isImported: false,
  standingIn: [],
  workBodyId: null,
  calendar: nationalCalendar,
})
const someone = (role: Role | 'applicant' | 'nobody') =>
  role === 'applicant' ? anApplicant(anOfficer(today, []).today) : anOfficer(today, role === 'nobody' ? [] : [role])
const everybody = [...roleIds, 'applicant', 'nobody'] as const

describe.each(requestStatuses.map(({ id, label }) => [label, id] as const))('a request that is %s', (_, status) => {
  const history = foldHistory(told(...histories[status]))
  test('has that status', () => expect(history.status).toBe(status))
  test.each(stepNames)('%s is open to those whom the law names and to nobody else', (step) => {
    const open = everybody.filter((role) => whyNot(step, matterOf(history, someone(role))) === undefined)
    expect(open.toSorted()).toEqual([...(world[status][step] ?? always[step] ?? [])].toSorted())
  })
  test('an imported one is shut to all', () => {
    for (const step of stepNames)
      for (const role of everybody)
        expect(whyNot(step, { ...matterOf(history, someone(role)), isImported: true })?.code).toBe('imported_request')
  })
  test('its next step is one that somebody may take, or none at all', () => {
    const next = nextStep(matterOf(history, someone('clerk')))
    expect(next === undefined).toBe(status === 'concluded')
    if (next) expect(Object.keys(world[status])).toContain(next)
  })
})

const code = (step: StepName, role: Role | 'applicant', on: string, ...lines: Told[]) =>
  whyNot(
    step,
    matterOf(foldHistory(told(...lines)), role === 'applicant' ? someone('applicant') : anOfficer(on, [role])),
  )?.code

describe('conditions of the law', () => {
  test('art. 30: supplement is asked once, on the seventh working day at the latest', () => {
    expect(code('requestSupplement', 'clerk', '2025-09-10', ...received)).toBeUndefined()
    expect(code('requestSupplement', 'clerk', '2025-09-11', ...received)).toBe('supplement_notice_late')
    const once: Told[] = [
      ...received,
      ['2025-09-02', 'supplementRequested', {}],
      ['2025-09-03', 'supplementReceived', { text: '' }],
    ]
    expect(code('requestSupplement', 'clerk', '2025-09-04', ...once)).toBe('supplemented_once')
  })
  test('art. 33: extension is asked on the twentieth working day at the latest, and once', () => {
    expect(code('extendReply', 'ogiHead', '2025-09-28', ...received)).toBeUndefined()
    expect(code('extendReply', 'ogiHead', '2025-09-29', ...received)).toBe('extension_too_late')
    expect(code('proposeExtension', 'clerk', '2025-09-29', ...received)).toBe('extension_too_late')
    expect(code('extendReply', 'ogiHead', '2025-09-10', ...received, ['2025-09-05', 'extended', { days: 5 }])).toBe(
      'extended_once',
    )
  })
  test('art. 33: the head of the work body decides on the extension, not the case officer', () => {
    const proposed: Told[] = [...received, ['2025-09-05', 'extensionProposed', { days: 10, reason: '检索量大' }]]
    for (const role of ['clerk', 'unitHead', 'leader'] as const)
      expect(code('extendReply', role, today, ...proposed)).toBe('not_your_step')
    expect(code('proposeExtension', 'clerk', today, ...proposed)).toBe('extension_proposed')
    expect(code('declineExtension', 'ogiHead', today, ...proposed)).toBeUndefined()
    expect(code('declineExtension', 'ogiHead', today, ...received)).toBe('no_proposal')
  })
  test('art. 33: the answer that is being approved meanwhile keeps its signatures', () => {
    const extended = foldHistory(told(...histories.approved, ['2025-09-08', 'extended', { days: 10 }]))
    expect([extended.status, extended.approvals.length]).toEqual(['approved', 2])
  })
  test('whoever put an answer or a letter up takes it back, and nobody else does', () => {
    const answer: Told[] = [...received, ['2025-09-04', 'answerDrafted', draft, 'officer']]
    expect(code('recallAnswer', 'clerk', today, ...answer)).toBeUndefined()
    expect(code('recallAnswer', 'clerk', today, ...histories.approving)).toBe('not_your_draft')
    expect(code('recallAnswer', 'clerk', today, ...received)).toBe('closed_in_status')
    const recalled = { level: 1, hash: draft.hash, reason: '有错字', recalled: true } as const
    const after = foldHistory(told(...answer, ['2025-09-05', 'answerReturned', recalled, 'officer']))
    expect([after.status, after.draft, after.returned?.reason]).toEqual(['processing', null, '拟稿人撤回送审：有错字'])
  })
  test('art. 35: an answer is delayed only after the applicant has explained the reasons', () => {
    expect(code('delayAnswer', 'ogiHead', today, ...received)).toBe('delay_needs_reasons')
    const explained: Told[] = [
      ...received,
      ['2025-09-02', 'reasonsRequested', { facts: '', dueOn: anOfficer('2025-09-09', []).today, letter: null }],
      ['2025-09-05', 'reasonsReceived', { text: '' }],
    ]
    expect(code('delayAnswer', 'ogiHead', today, ...explained)).toBeUndefined()
    expect(code('delayAnswer', 'ogiHead', '2025-09-29', ...explained)).toBe('delay_too_late')
  })
  test('art. 35: what was delayed and told to the applicant is not extended as well', () => {
    const delayed: Told = [
      '2025-09-05',
      'delayed',
      { until: anOfficer('2025-10-30', []).today, reason: '', letter: null },
    ]
    for (const [step, role] of [
      ['proposeExtension', 'clerk'],
      ['extendReply', 'ogiHead'],
    ] as const)
      expect(code(step, role, today, ...received, delayed)).toBe('delayed_already')
  })
  test('art. 30: nothing is closed before the time given to the applicant has passed', () => {
    expect(code('draftAnswer', 'clerk', '2025-09-30', ...histories.supplementing)).toBe('deadline_not_passed')
    expect(code('draftAnswer', 'clerk', '2025-10-09', ...histories.supplementing)).toBeUndefined()
  })
  test('art. 35: once the reasons have come nothing is waited for', () => {
    const explained: Told[] = [...histories.explaining, ['2025-09-05', 'reasonsReceived', { text: '' }]]
    expect(code('draftAnswer', 'clerk', today, ...histories.explaining)).toBe('deadline_not_passed')
    expect(code('draftAnswer', 'clerk', today, ...explained)).toBeUndefined()
  })
  test('a supplement that comes before the closing letter goes out is taken, and the draft falls', () => {
    const closing: Told[] = [
      ...histories.supplementing,
      ['2025-10-09', 'answerDrafted', aDraft(['unitHead'], 'other.supplementOverdue')],
    ]
    expect(code('receiveSupplement', 'applicant', '2025-10-10', ...closing)).toBeUndefined()
    const history = foldHistory(told(...closing, ['2025-10-10', 'supplementReceived', { text: '' }]))
    expect([history.status, history.draft]).toEqual(['processing', null])
    expect(code('receiveSupplement', 'clerk', today, ...histories.approving)).toBe('nothing_asked')
  })
  test('a letter that has begun its way is not split any more', () => {
    expect(code('split', 'clerk', today, ...received, ['2025-09-02', 'consultationSent', { consultation: 1 }])).toBe(
      'split_too_late',
    )
    expect(code('split', 'clerk', today, ...received, ['2025-09-02', 'split', { numbers: ['2'], kept: '' }])).toBe(
      'already_split',
    )
  })
})

describe('a letter that has left is corrected', () => {
  const asked: Told = [
    '2025-09-02',
    'supplementRequested',
    { items: '名称', dueOn: anOfficer('2025-09-30', []).today, letter: aLetter },
  ]
  const answered: Told = ['2025-09-05', 'concluded', { outcome: 'granted', letterNumber: '示统公复〔2025〕1号' }]
  const withdrawn: Told = ['2025-09-05', 'concluded', { outcome: 'withdrawn', letterNumber: null }]
  const waitingBy = (by: string): Told => [
    '2025-09-06',
    'letterDrafted',
    { step: 'correctLetter', input: {}, letter: aLetter, hash: 'a', levels: levelsOf('unitHead') },
    by,
  ]
  const waiting = waitingBy('clerk')
  const sent = [...received, asked]
  const drafted: Told = ['2025-09-04', 'answerDrafted', draft]
  const came: Told = ['2025-09-03', 'supplementReceived', { text: '' }]
  test('by the clerk, in whatever state the request is, once something has left', () => {
    expect(code('correctLetter', 'clerk', today, ...received)).toBe('no_letter_sent')
    for (const lines of [
      sent,
      [...sent, came],
      [...sent, came, drafted],
      [...sent, came, drafted, approved(1, 'head'), approved(2, 'ogi')],
      [...received, answered],
    ]) {
      expect(code('correctLetter', 'clerk', today, ...lines)).toBeUndefined()
      for (const role of ['unitHead', 'ogiHead', 'leader', 'applicant'] as const)
        expect(code('correctLetter', role, today, ...lines)).toBe('not_your_step')
    }
  })
  test('not after a withdrawal, and one at a time', () => {
    expect(code('correctLetter', 'clerk', today, ...sent, withdrawn)).toBe('letters_of_withdrawn')
    expect(code('correctLetter', 'clerk', today, ...sent, waiting)).toBe('letter_waiting')
    expect(code('correctLetter', 'clerk', today, ...received, answered, waiting)).toBe('letter_waiting')
  })
  test('approved by another, also after the end; it holds up neither the answer nor what is next', () => {
    const ended = [...received, answered, waiting]
    expect(code('approveLetter', 'unitHead', today, ...ended)).toBeUndefined()
    expect(code('approveLetter', 'ogiHead', today, ...ended)).toBe('not_your_level')
    const own = foldHistory(told(...received, answered, waitingBy('officer')))
    expect(whyNot('approveLetter', matterOf(own, anOfficer(today, ['unitHead'])))?.code).toBe('own_letter')
    expect(nextStep(matterOf(foldHistory(told(...ended)), someone('clerk')))).toBe('approveLetter')
    const going = [...sent, came, waiting]
    expect(code('draftAnswer', 'clerk', today, ...going)).toBeUndefined()
    expect(nextStep(matterOf(foldHistory(told(...going)), someone('clerk')))).toBe('assign')
    expect(code('approveLetter', 'unitHead', today, ...received, answered)).toBe('no_letter_waiting')
  })
})

describe('whose case it is: handed to 业务科 and there to 承办人', () => {
  const assigned: Told = [
    '2025-09-02',
    'assigned',
    { unitId: '业务科', unitName: '业务科', staffId: '承办人', staffName: '承办人' },
  ]
  const places = {
    handler: ['承办人', '法规科'],
    colleague: ['同事', '业务科'],
    workBody: ['综合岗', '办公室'],
  } as const
  const outside = [
    ['外科室', '法规科'],
    ['无科室', null],
  ] as const
  const whyBy = (
    step: StepName,
    [id, unitId]: readonly [string, string | null],
    status: RequestStatus,
    lines: Told[],
  ) => {
    const actor = { ...anOfficer(today, ['clerk'], id), unitId }
    const history = foldHistory(told(...histories[status], ...lines))
    return whyNot(step, { ...matterOf(history, actor), workBodyId: '办公室' })?.code
  }
  const clerkSteps = (status: RequestStatus) =>
    stepNames.filter((step) => (world[status][step] ?? always[step] ?? []).includes('clerk'))
  test.each(requestStatuses.map(({ id }) => id))(
    '%s: its handler, his unit and the work body may, no other clerk',
    (status) => {
      for (const step of clerkSteps(status)) {
        for (const person of Object.values(places))
          expect(whyBy(step, person, status, [assigned]), step).toBeUndefined()
        for (const person of outside) {
          expect(whyBy(step, person, status, [assigned]), step).toBe('not_your_case')
          expect(whyBy(step, person, status, []), step).toBeUndefined()
        }
      }
    },
  )
})

test('what one unit has in hand is handed on by its own head, the head of the work body or its clerks, and by no other head', () => {
  const assigned: Told = [
    '2025-09-02',
    'assigned',
    { unitId: '业务科', unitName: '业务科', staffId: null, staffName: '' },
  ]
  const why = (roles: Role[], unitId: string) => {
    const history = foldHistory(told(...histories.processing, assigned))
    return whyNot('assign', { ...matterOf(history, { ...anOfficer(today, roles), unitId }), workBodyId: '办公室' })
      ?.code
  }
  expect(why(['unitHead'], '业务科')).toBeUndefined()
  expect(why(['ogiHead'], '法规科')).toBeUndefined()
  expect(why(['unitHead'], '法规科')).toBe('not_your_case')
  expect(why(['clerk', 'unitHead'], '法规科')).toBe('not_your_case')
})

test('what is proposed in a unit’s case is decided by its own head or the head of the work body', () => {
  const assigned: Told = [
    '2025-09-02',
    'assigned',
    { unitId: '业务科', unitName: '业务科', staffId: null, staffName: '' },
  ]
  const proposed: Told = [
    '2025-09-03',
    'withdrawalProposed',
    { reason: '不需要了', proof: { on: null, evidence: '', fileIds: [] } },
  ]
  const why = (step: StepName, roles: Role[], unitId: string) => {
    const history = foldHistory(told(...histories.processing, assigned, proposed))
    return whyNot(step, { ...matterOf(history, { ...anOfficer(today, roles), unitId }), workBodyId: '办公室' })?.code
  }
  for (const step of ['confirmWithdrawal', 'declineWithdrawal'] as const) {
    expect(why(step, ['unitHead'], '业务科')).toBeUndefined()
    expect(why(step, ['ogiHead'], '法规科')).toBeUndefined()
    expect(why(step, ['unitHead'], '法规科')).toBe('not_your_case')
  }
})

describe('approval: different people, in order, of one and the same text', () => {
  const drafted = histories.approving
  const why = (step: StepName, id: string, roles: Role[], ...lines: Told[]) =>
    whyNot(step, matterOf(foldHistory(told(...lines)), anOfficer(today, roles, id)))?.code
  test('the second level waits for the first', () => {
    expect(why('approveAnswer', 'ogi', ['ogiHead'], ...drafted)).toBe('not_your_level')
    expect(why('approveAnswer', 'ogi', ['ogiHead'], ...drafted, approved(1, 'head'))).toBeUndefined()
  })
  test('nobody approves the own draft', () => {
    expect(why('approveAnswer', 'clerk', ['clerk', 'unitHead'], ...drafted)).toBe('own_draft')
  })
  test('nobody approves twice', () => {
    expect(why('approveAnswer', 'head', ['unitHead', 'ogiHead'], ...drafted, approved(1, 'head'))).toBe(
      'approved_already',
    )
  })
  test('an approval of another text counts for nothing', () => {
    const other: Told = ['2025-09-05', 'answerApproved', { level: 1, hash: 'another', opinion: '' }, 'head']
    expect(foldHistory(told(...drafted, other)).approvals).toEqual([])
  })
  test('what is sent back has no approval, and a new draft begins anew', () => {
    const back: Told = ['2025-09-05', 'answerReturned', { level: 2, hash: draft.hash, reason: '理由不足' }, 'ogi']
    const history = foldHistory(told(...drafted, approved(1, 'head'), back))
    expect([history.status, history.approvals, history.returned?.reason]).toEqual(['processing', [], '理由不足'])
    const again = foldHistory(told(...drafted, approved(1, 'head'), back, ['2025-09-06', 'answerDrafted', draft]))
    expect([again.status, again.approvals, again.returned]).toEqual(['approving', [], null])
  })
})
