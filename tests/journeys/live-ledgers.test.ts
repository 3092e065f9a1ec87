import { mkdirSync } from 'node:fs'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { savePublications } from '../../src/channels/store/ledger.ts'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { publishAsSigned } from '../../src/demo/publish-as-signed.ts'
import { takeStep as takeRecordStep } from '../../src/disclosure/actions/take-step.ts'
import { aContent, aSignedRecord, aText } from '../../src/disclosure/testing/a-record.ts'
import { saveAdministrativeDecisions, saveAdministrativeFees, saveNormativeDocuments } from '../../src/ledgers/store.ts'
import { confirmAll } from '../../src/ledgers/years/testing/confirm-all.ts'
import { type Actor, operatorActor } from '../../src/organs/actor.ts'
import type { Role } from '../../src/organs/role.ts'
import { addStaff } from '../../src/organs/testing/staff.ts'
import { expectNoSidewaysScroll, expectWholeDays } from './accessibility.ts'
import { expectCalmAndAccessible, fillDay, heading, openOffice, openStep } from './console.ts'

const office = await openOffice()
const today = '2026-03-02'
const at = new Date('2026-03-02T01:00:00Z')

/** Somebody of the office for what is done behind the journey. */
async function somebody(role: Role): Promise<Actor> {
  const { id: organId } = office.organ()
  const id = await addStaff(office.db, organId, { login: `behind.${role.toLowerCase()}`, roles: [role] })
  return { kind: 'staff', id, name: role, organId, roles: [role], unitId: null, today: plainDate(today), address: '' }
}

/** A notice that three people have signed and the clerk has published, late when it was made long before. */
async function published(title: string, madeOn: string): Promise<void> {
  const people = { clerk, unitHead, ogiHead, leader }
  const content = aContent({ title, madeOn: plainDate(madeOn), text: aText(`现将${title}。`, '特此公告。') })
  const { key, hash } = await aSignedRecord(office.db, people, content, 3, at)
  const confirmations = [{ gate: 'late', place: 'publishBy', reason: '会签部门较多，意见反复协调' }]
  await inOrgan(office.db, clerk.organId, (tx) =>
    takeRecordStep(tx, clerk, at, key, 'publish', { hash, confirmations }),
  )
}

let clerk: Actor, unitHead: Actor, ogiHead: Actor, leader: Actor

/** Both widths, calm, accessible, and as a picture where one is asked for. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectCalmAndAccessible(page)
    await expectNoSidewaysScroll(page)
    await expectWholeDays(page)
    const folder = process.env.KAICHENG_LOOK
    if (!folder) continue
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
}

const go = async (page: Page, link: string, title: string) => {
  await page.getByRole('link', { name: link, exact: true }).first().click()
  await heading(page, title)
}

test('the clerk keeps the ledgers: each number of the report opens its list', async () => {
  office.dawn(today)
  ;[clerk, unitHead, ogiHead, leader] = await Promise.all([
    somebody('clerk'),
    somebody('unitHead'),
    somebody('ogiHead'),
    somebody('leader'),
  ])
  await published('关于开展第五次全国经济普查的公告', '2026-02-20')
  await published('关于2026年春节期间服务安排的公告', '2025-12-20')
  await inOrgan(office.db, clerk.organId, async (tx) => {
    const document = (number: string, title: string, issued: string, more = {}) => ({
      kind: 'normativeDocuments' as const,
      title,
      documentNumber: number,
      issuedOn: plainDate(issued),
      effectiveFrom: plainDate(issued),
      validUntil: null,
      repealedOn: null,
      repealedBy: null,
      ...more,
    })
    await saveNormativeDocuments(tx, clerk.organId, [
      document('示统规〔2021〕1号', '示例市统计局关于印发《部门统计调查项目管理办法》的通知', '2021-03-01', {
        validUntil: plainDate('2026-02-28'),
      }),
      document('示统规〔2023〕2号', '示例市统计信用管理办法', '2023-06-01'),
      document('示统规〔2024〕1号', '示例市统计局行政处罚裁量基准（试行）', '2024-05-10', {
        repealedOn: plainDate('2026-01-15'),
        repealedBy: '示统规〔2026〕1号',
      }),
      document('示统规〔2026〕1号', '示例市统计局行政处罚裁量基准', '2026-01-15', {
        effectiveFrom: plainDate('2026-04-01'),
      }),
    ])
    await saveAdministrativeDecisions(tx, clerk.organId, [
      {
        kind: 'penalty',
        number: '示统罚〔2025〕9号',
        subject: '提供不真实的统计资料',
        decidedOn: plainDate('2025-11-03'),
        publishedOn: plainDate('2025-11-20'),
      },
    ])
    await saveAdministrativeFees(tx, clerk.organId, [
      { receiptNumber: '0012345678', item: '考试考务费', collectedOn: plainDate('2026-01-12'), amount: '1200.00' },
      { receiptNumber: '0012345679', item: '考试考务费', collectedOn: plainDate('2026-01-13'), amount: '-60.00' },
    ])
  })
  const page = await office.signIn('wang')

  await go(page, '规章和规范性文件', '规章和行政规范性文件')
  await look(page, 'documents')
  // A shut step says why in the words with which it would be refused.
  await page.getByRole('link', { name: '示例市统计局行政处罚裁量基准（试行）' }).click()
  await heading(page, '示例市统计局行政处罚裁量基准（试行）')
  await page.getByText('暂不能办理的步骤').click()
  await page.getByRole('region', { name: '办理', exact: true }).getByText('已登记在2026-01-15废止').waitFor()
  await look(page, 'document-repealed')
  await page.getByRole('button', { name: '回到清单' }).click()
  await heading(page, '规章和行政规范性文件')
  await page.getByRole('link', { name: '2026年本年失效1件，打开清单' }).click()
  await page.getByText('只看：2026年“本年失效”').waitFor()
  await page.getByText('示统规〔2021〕1号').waitFor()
  await page.getByText('示统规〔2023〕2号').waitFor({ state: 'detached' })
  await look(page, 'documents-narrowed')
  await page.getByRole('button', { name: '看全部', exact: true }).click()
  await page.getByText('示统规〔2023〕2号').waitFor()
  await page.getByRole('button', { name: '补登文件' }).click()
  const entry = page.getByRole('dialog', { name: '补登文件' })
  await entry.getByLabel('文号').fill('示统规〔2019〕3号')
  await entry.getByLabel('文件名称').fill('示例市统计资料公布办法')
  await fillDay(entry, '制发日期', '2019-05-20')
  await entry.getByRole('button', { name: '登记', exact: true }).click()
  await entry.getByText('必填，不能为空').waitFor()
  await look(page, 'document-entry')
  // Enter in a field of a day confirms the day.
  await fillDay(entry, '施行日期', '2019-07-01')
  await entry.getByRole('button', { name: '登记', exact: true }).click()
  await entry.waitFor({ state: 'hidden' })
  await page.getByText('示例市统计资料公布办法').waitFor()
})

test('the steps of a document are taken in the drawer of all cases, by Ctrl+Enter too; what the server refuses stands at its field', async () => {
  const page = await office.signIn('wang')
  await go(page, '规章和规范性文件', '规章和行政规范性文件')
  await page.getByRole('link', { name: '示例市统计资料公布办法' }).click()
  await heading(page, '示例市统计资料公布办法')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('/ledgers/documents/')) sent.push(request.method())
  })
  const amend = await openStep(page, '登记文件修改')
  await amend.getByRole('button', { name: '登记文件修改', exact: true }).focus()
  await page.keyboard.press('Control+Enter')
  await amend.getByText('请填写修改它的文件名称或者文号').waitFor()
  expect(sent).toEqual([])
  await amend.getByLabel('修改它的文件名称或者文号').fill('示统规〔2022〕4号')
  await fillDay(amend, '修改日期', '2019-01-01')
  await page.keyboard.press('Control+Enter')
  const day = amend.locator('.ant-form-item').filter({ hasText: '修改日期' })
  await day.getByText('这件文件在这一天不是现行有效').waitFor()
  await look(page, 'document-step')
  // What is typed anew is no longer wrong; left and opened again it is there.
  await fillDay(amend, '修改日期', '2022-05-01')
  await day.getByText('这件文件在这一天不是现行有效').waitFor({ state: 'detached' })
  await amend.getByRole('button', { name: '关闭（保留已填内容）' }).click()
  await amend.waitFor({ state: 'hidden' })
  await openStep(page, '登记文件修改')
  expect(await amend.getByLabel('修改它的文件名称或者文号').inputValue()).toBe('示统规〔2022〕4号')
  await amend.getByLabel('修改它的文件名称或者文号').focus()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await amend.waitFor({ state: 'hidden' })
  expect(sent).toEqual(['POST', 'POST'])
  const history = page.getByRole('region', { name: '办理经过' })
  await history.getByText('2022年5月1日由示统规〔2022〕4号修改').waitFor()
  const removal = await openStep(page, '取消登记的修改', (form) =>
    form.getByRole('radio', { name: '2022-05-01 示统规〔2022〕4号' }).check(),
  )
  await removal.getByRole('button', { name: '取消登记的修改', exact: true }).click()
  await removal.waitFor({ state: 'hidden' })
  await page.getByText('已办理：取消登记的修改').waitFor()
  expect(await history.getByRole('listitem').locator('strong').allTextContents()).toEqual([
    '取消登记的修改',
    '登记文件修改',
    '补登',
  ])
  await look(page, 'document')
})

test('a penalty against a person is entered, masked, and its publication drafted; the list says by when', async () => {
  const page = await office.signIn('wang')
  await go(page, '许可、处罚、强制', '许可、处罚、强制决定')
  await page.getByRole('button', { name: '登记决定' }).click()
  await page.getByRole('menuitem', { name: '行政处罚决定' }).click()
  await heading(page, '登记行政处罚决定')
  await page.getByLabel('事项名称').fill('拒绝提供统计资料')
  await page.getByLabel('行政相对人类别').click()
  await page.locator('.ant-select-item-option', { hasText: '自然人' }).click()
  await page.getByLabel('行政相对人名称').fill('张三丰')
  await page.getByLabel('自然人证件类型').click()
  await page.locator('.ant-select-item-option', { hasText: '身份证' }).first().click()
  await page.getByLabel('自然人证件号码').fill('110105194912310021')
  await page.getByLabel('行政处罚决定书文号').fill('示统罚〔2026〕1号')
  await page.getByLabel('违法行为类型').fill('拒绝提供统计资料')
  await page.getByLabel('违法事实').fill('张三丰经营的加工点拒绝提供2025年度统计资料，经催报后仍未提供。')
  await page.getByLabel('处罚依据').fill('《中华人民共和国统计法》')
  await page.getByRole('checkbox', { name: '警告' }).check()
  await page.getByRole('checkbox', { name: '罚款' }).check()
  await page.getByLabel('处罚内容').fill('警告，并处罚款5000元。')
  await page.getByLabel('罚款金额').fill('0.5')
  await fillDay(page.locator('form'), '处罚决定日期', '2026-02-25')
  await page.getByRole('button', { name: '登记', exact: true }).last().click()
  await page.getByText('校验码不符').first().waitFor()
  await look(page, 'decision-form')
  await page.getByLabel('自然人证件号码').fill('11010519491231002X')
  await page.getByRole('button', { name: '登记', exact: true }).last().click()
  await heading(page, '示统罚〔2026〕1号')
  expect(await page.locator('.decision-record').textContent()).not.toContain('张三丰')
  await page.getByText('张**经营的加工点拒绝提供').waitFor()
  await page.getByText('暂不能办理的步骤').click()
  await page.getByText('请先登记处罚决定被撤销、变更的情况').waitFor()
  await look(page, 'decision')
  await page.getByRole('region', { name: '办理经过' }).getByText('登记', { exact: true }).waitFor()
  const publicizing = await openStep(page, '公示')
  await look(page, 'decision-step')
  await publicizing.getByRole('button', { name: '拟公示稿' }).click()
  await page.waitForURL(/records/)
  await page.goBack()
  await heading(page, '示统罚〔2026〕1号')
  await page.getByRole('region', { name: '办理经过' }).getByText('拟公示稿').waitFor()
  await page.goto(new URL('/console/ledgers/decisions', page.url()).href)
  await heading(page, '许可、处罚、强制决定')
  await look(page, 'decisions')
})

test('receipts, channels, originality and timeliness are read at both widths', async () => {
  const page = await office.signIn('wang')
  await go(page, '行政事业性收费', '行政事业性收费')
  await page.getByText('0.114').first().waitFor()
  await look(page, 'fees')
  await page.getByLabel('在列表中查找').fill('没有的号码')
  await page.getByLabel('在列表中查找').press('Enter')
  await page.getByText('没有这样的票据').waitFor()
  await page.goto(new URL('/console/ledgers/fees?year=2024', page.url()).href)
  await page.getByText('没有登记2024年的票据').waitFor()
  await look(page, 'fees-empty')

  await go(page, '发布渠道', '发布渠道')
  await page.getByRole('button', { name: '登记渠道' }).click()
  const channel = page.getByRole('dialog', { name: '登记渠道' })
  await channel.getByLabel('渠道名称').fill('示例统计')
  await channel.getByRole('button', { name: '登记', exact: true }).click()
  await channel.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '办理关于开展第五次全国经济普查的公告' }).click()
  await page.getByRole('menuitem', { name: '登记到其他渠道' }).click()
  const tick = page.getByRole('dialog', { name: '登记到其他渠道' })
  await tick.getByRole('combobox', { name: '渠道' }).click()
  await page.locator('.ant-select-item-option', { hasText: '示例统计' }).click()
  await tick.getByRole('button', { name: '登记', exact: true }).click()
  await tick.getByText('请填写在这个渠道的网址').first().waitFor()
  await tick.getByLabel('网址').fill('https://mp.weixin.example/s/abc')
  await look(page, 'tick-off')
  await tick.getByRole('button', { name: '登记', exact: true }).click()
  await tick.waitFor({ state: 'hidden' })
  await inOrgan(office.db, clerk.organId, (tx) =>
    savePublications(tx, clerk.organId, [
      {
        channel: { kind: 'wechat', name: '示例统计' },
        title: '转发：国家统计局解读',
        url: 'https://w.example/1',
        kind: 'other',
        originality: 'repost',
        formedOn: null,
        withdrawnOn: null,
        publishedOn: plainDate('2026-02-03'),
      },
    ]),
  )
  await page.reload()
  await page.getByRole('link', { name: '示例统计2026年2条，打开清单' }).click()
  await page.getByText('共 2 条').waitFor()
  await look(page, 'channels')

  await go(page, '原创与转载', '原创与转载')
  await page.getByRole('button', { name: /比对尚未比对的/ }).click()
  await page.getByRole('status').getByText('条需要核对').waitFor()
  await look(page, 'originality')

  await go(page, '时效', '时效')
  await page.getByText('会签部门较多，意见反复协调').waitFor()
  await look(page, 'timeliness')
})

test('of each ledger of a year it is said what is known; a nought has a name; a published report that no longer agrees is shown', async () => {
  const page = await office.signIn('wang')
  await go(page, '年度台账情况', '年度台账情况')
  await page.getByText(/2025年有\d张台账未登记、未确认，年度报告还不能公布/).waitFor()
  await look(page, 'ledger-years')
  await page.getByRole('button', { name: '确认为零：行政强制' }).click()
  const nil = page.getByRole('dialog', { name: '“行政强制”2025年确认为零' })
  await nil.getByText('由王秀兰确认').waitFor()
  await nil.getByRole('button', { name: /^确\s*认$/ }).click()
  await nil.getByText('请写明依据').waitFor()
  await look(page, 'ledger-year-nil')
  await nil.getByLabel('依据').fill('已向各科室核实')
  await nil.getByRole('button', { name: /^确\s*认$/ }).click()
  await nil.waitFor({ state: 'hidden' })
  await page.getByText('已确认为零').first().waitFor()
  await page.getByRole('button', { name: '撤销确认：行政强制' }).click()
  const end = page.getByRole('dialog', { name: '撤销“行政强制”2025年的确认' })
  await end.getByLabel('理由').fill('尚有一件待核实')
  await end.getByRole('button', { name: '撤销确认', exact: true }).click()
  await end.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '确认为零：行政强制' }).waitFor()

  const organ = office.organ()
  const how = { publishedOn: plainDate(today), calendarVersion: 'journey', reason: null }
  for (const year of [2024, 2025]) {
    await inOrgan(office.db, organ.id, (tx) => confirmAll(tx, organ, year, plainDate(today)))
    await publishAsSigned(office.db, operatorActor(organ.id, how.publishedOn), organ, year, how)
  }
  await office.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update annual_reports set report = jsonb_set(report, '{requests,newReceived,total}', '7') where year = 2024`.execute(
      tx,
    )
  })
  await inOrgan(office.db, organ.id, (tx) =>
    saveAdministrativeFees(tx, organ.id, [
      { receiptNumber: '0098', item: '考试考务费', collectedOn: plainDate('2025-09-12'), amount: '12000.00' },
    ]),
  )
  await page.reload()
  const drift = page.getByRole('region', { name: '已公布的年度报告与台账不一致' })
  // Only the headline is announced, not the whole table.
  expect(await drift.getByRole('status').textContent()).toBe('已公布的年度报告与台账不一致：2025年度报告1处')
  await drift.getByRole('cell', { name: '1.2', exact: true }).waitFor()
  const forged = page.getByRole('alert').filter({ hasText: '2024年度报告与公布时不一致，已停止显示' })
  // 审计 is a room of the audit administrator alone.
  expect(await forged.textContent()).toContain('请审计管理员在“审计”中核验全部数据')
  await look(page, 'ledger-years-drift')
})

test('what is typed in a small form is there again after it was closed and the page read anew, and what was done is said', async () => {
  const page = await office.signIn('wang')
  await go(page, '行政事业性收费', '行政事业性收费')
  const open = async () => {
    await page.getByRole('button', { name: '登记票据' }).click()
    const form = page.getByRole('dialog', { name: '登记票据' })
    await form.waitFor()
    return form
  }
  const typing = await open()
  expect(await typing.getByText('还没有提交的内容').count()).toBe(0)
  await typing.getByLabel('票据号码').fill('0077')
  await typing.getByLabel('收费项目').fill('考试考务费')
  await page.keyboard.press('Escape')
  await typing.waitFor({ state: 'hidden' })
  await page.reload()
  await heading(page, '行政事业性收费')
  const again = await open()
  await again.getByText('以下是上次填写、还没有提交的内容。').waitFor()
  expect(await again.getByLabel('票据号码').inputValue()).toBe('0077')
  await look(page, 'typed-before')
  await again.getByRole('button', { name: '重新填写' }).click()
  expect(await again.getByLabel('票据号码').inputValue()).toBe('')
  await again.getByLabel('票据号码').fill('0078')
  await again.getByLabel('收费项目').fill('考试考务费')
  await again.getByLabel('金额（元）').fill('1')
  await again.getByRole('button', { name: '登记', exact: true }).click()
  await again.waitFor({ state: 'hidden' })
  await page.getByText('已办理：登记票据').waitFor()
  const blank = await open()
  expect(await blank.getByLabel('票据号码').inputValue()).toBe('')
})

const movedFees = /2025年度报告第二部分“行政事业性收费”行.*列由[\d.]+变为[\d.]+/

/** Whoever would change a report that stands frozen reads first which cell becomes what. */
async function meansIt(page: Page): Promise<void> {
  const asked = page.getByRole('dialog', { name: '会改变已经定稿的年度报告' })
  await asked.getByText(movedFees).waitFor()
  await asked.getByRole('button', { name: '知道，仍然登记' }).click()
}

test('a receipt entered wrongly is put right by two people; until the second agrees it stays, and the reports that move are told', async () => {
  const page = await office.signIn('wang')
  await page.goto(new URL('/console/ledgers/fees?year=2025', page.url()).href)
  await page.getByRole('link', { name: '票据0098，打开登记' }).click()
  await heading(page, '0098')
  await page.getByRole('button', { name: '更正登记' }).click()
  const form = page.getByRole('dialog', { name: '更正登记：0098' })
  await form.getByLabel('金额（元）').fill('1200')
  await form.getByRole('button', { name: '提出更正' }).click()
  await form.getByText('请写明更正的理由').waitFor()
  await form.getByLabel('更正的理由').fill('录入时多写一个零，票据存根为1200元')
  await form.getByRole('button', { name: '提出更正' }).click()
  await meansIt(page)
  await form.waitFor({ state: 'hidden' })
  const waiting = page.getByRole('region', { name: '等待复核的更正' })
  await waiting.getByText('2025年度报告已经定稿').waitFor()
  await waiting.getByText(movedFees).waitFor()
  await look(page, 'row-waiting')
  await go(page, '行政事业性收费', '行政事业性收费')
  await page.getByText('有1项台账更正等待另一人复核').waitFor()

  const head = await office.signIn('li')
  await head.getByRole('link', { name: '去复核' }).click()
  await heading(head, '台账更正')
  await look(head, 'corrections')
  await head.getByRole('link', { name: '0098', exact: true }).click()
  await heading(head, '0098')
  await head.getByRole('button', { name: '同意，生效' }).click()
  const agreeing = head.getByRole('dialog', { name: '同意更正' })
  await agreeing.getByRole('button', { name: '同意，生效' }).click()
  await meansIt(head)
  await agreeing.waitFor({ state: 'hidden' })
  const record = head.getByRole('region', { name: '办理经过' })
  for (const words of ['12000.00元', '1200.00元', '录入时多写一个零，票据存根为1200元', '更正登记已生效', '李慧'])
    await record.getByText(words).first().waitFor()
  await go(head, '复议诉讼', '行政复议、行政诉讼')
  await head.getByText('还没有复议、诉讼案件').waitFor()
})
