import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../../../tests/journeys/browser.ts'
import { buildApp } from '../../app/build-app.ts'
import { greet } from '../../app/serving.ts'
import { plainDate } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { openSetupDoor } from '../../organs/setup/door.ts'
import { codeAt } from '../../organs/testing/staff.ts'

const { db, url } = await testDatabase()
const setupDoor = openSetupDoor()
const clock = { at: new Date('2026-03-02T01:00:00Z') }
const app = await buildApp({ db, url, setupDoor }, {}, () => new Date(clock.at))
const { open } = openBrowser()
let site = ''
beforeAll(async () => {
  site = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

/** What the terminal says when the server has started. */
async function printed(): Promise<string> {
  const said: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  await greet({ db }, setupDoor, site, { day: plainDate('2026-03-02'), holdsDemo: false })
  log.mockRestore()
  return said.join('\n')
}

const people = [
  { role: '系统管理员', login: 'wangwu', name: '王五', password: 'Songshu-4417-Qiao' },
  { role: '安全管理员', login: 'zhaoliu', name: '赵六', password: 'Yanwo-8026-Deng' },
  { role: '审计管理员', login: 'qianqi', name: '钱七', password: 'Xishan-3591-Bei' },
]

test('from the printed address to the first sign-in: nothing typed is lost but passwords, and a reload goes on where it was', async () => {
  const [, address = ''] = /(http\S+\/console\/setup#\S+)/.exec(await printed()) ?? []
  const page = await open(`${site}/console/`)
  await page.getByRole('heading', { name: '还没有开设机关' }).waitFor()
  await page.goto(address)

  await page.getByLabel('网址中的代号').fill('shili-tjj')
  await page.getByLabel('机关全称').fill('示例市统计局')
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y43')
  for (const { role, login, name } of people) {
    const one = page.getByRole('group', { name: role })
    await one.getByLabel('姓名').fill(name)
    await one.getByLabel('登录名').fill(login)
    await one.getByLabel('密码', { exact: true }).fill('short')
  }
  await page.getByRole('button', { name: '开设，下一步绑定身份验证器' }).click()
  await page.getByText('有6处需要改正').waitFor()
  expect(await page.getByText('密码至少12个字符').count()).toBe(3)
  await page.reload()
  await page.getByText('只有密码不保存').waitFor()
  expect(await page.getByLabel('承担这项工作的科室').inputValue()).toBe('办公室')
  for (const { role, password } of people) {
    const one = page.getByRole('group', { name: role })
    for (const label of ['密码', '再输一遍密码']) await one.getByLabel(label, { exact: true }).fill(password)
  }
  await page.getByRole('button', { name: '开设，下一步绑定身份验证器' }).click()

  await page.getByRole('heading', { name: '绑定身份验证器' }).waitFor()
  const secrets: string[] = []
  for (const { name } of people) {
    await page.reload()
    const one = page.getByRole('region', { name: `绑定${name}的身份验证器` })
    const secret = (await one.locator('.enrolment-secret').textContent())?.replaceAll(/\s/g, '') ?? ''
    secrets.push(secret)
    await one.getByLabel('6位动态码').fill(codeAt(clock.at, secret))
    await one.waitFor({ state: 'detached' })
  }
  await page.getByRole('heading', { name: '开设完成' }).waitFor()
  expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain('示例市统计局')

  clock.at = new Date(clock.at.getTime() + 60_000)
  await page.getByRole('link', { name: '去登录' }).click()
  await page.getByLabel('账号').fill('wangwu')
  await page.getByLabel('密码').fill(people[0]?.password ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('6位动态码').fill(codeAt(clock.at, secrets[0]))
  await page.getByRole('heading', { name: '启用清单' }).waitFor()

  const late = await open(address)
  await late.getByRole('heading', { name: '这里已经开设了机关' }).waitFor()
  expect(await printed()).not.toContain('/console/setup')
  await late.context().close()
  await page.context().close()
}, 60_000)
