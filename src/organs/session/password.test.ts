import { describe, expect, test } from 'vitest'
import { whyNotPassword } from './password.ts'
import { randomPassword } from './random-password.ts'

const owner = { login: 'zhangsan', name: '张三', organName: '示例市统计局', organSlug: 'shili-tjj' }

describe('GB/T 22239-2019 8.1.4.1 a, profile 等保', () => {
  test.for([
    { password: 'Jinzhong-2718-Lu', why: undefined },
    { password: 'kuai-le-de-xiao-yu-er-you-a-you', why: undefined },
    { password: '办公室的窗台上有三盆不同颜色的绿萝植物哦', why: undefined },
    { password: '窗台Tai三盆绿萝2盆红Hua', why: undefined },
    { password: 'Ab1-Ab1-Ab', why: '至少12个字符，现在是10个' },
    { password: 'jinzhong2718lu', why: '现在是2种' },
    { password: '𠮷'.repeat(11), why: '现在是11个' },
    { password: 'Aa1-Aa1-Aa1-Aa1', why: '相同的字符太多' },
    { password: 'P@ssw0rd2026!!', why: '常见' },
    { password: 'Passw0rd@2026', why: '常见' },
    { password: 'Admin@123456', why: '常见' },
    { password: '1234Qwer!@#$', why: '常见' },
    { password: 'Qwertyuiop-2026', why: '常见' },
    { password: 'AbcAbc123456!', why: '常见' },
    { password: 'Hello-Zhangsan-9', why: '登录名' },
    { password: 'Hello-张三-Hello-9', why: '姓名' },
    { password: 'Shili-TJJ-is-2026', why: '机关名称' },
    { password: 'ｚｈａｎｇｓａｎ-Hello-9', why: '登录名' },
    { password: 'Kaicheng-2026-x', why: '容易被猜到' },
    { password: 'Yingshang@2026', why: '容易被猜到' },
    { password: 'Aa123456!Bb7', why: '容易被猜到' },
    { password: 'KaiCheng@20261128', why: '容易被猜到' },
    { password: 'Xxgk-2026-Mima!', why: '容易被猜到' },
    { password: 'Yingshang-Xian-2026', why: '容易被猜到' },
    { password: 'Tongji#Bangong#01', why: '容易被猜到' },
    { password: 'Yingshang!!2025.11', why: '容易被猜到' },
    { password: '1qaz@WSX3edc$RFV', why: '容易被猜到' },
    { password: 'Zxcvbnm,./123', why: '容易被猜到' },
    { password: 'Lijun-987654321', why: '容易被猜到' },
    { password: 'K41ch3ng@2026!!', why: '容易被猜到' },
    { password: 'Mm-Nn-Oo-Pp-11', why: '容易被猜到' },
    { password: 'luotuo-Suanpan-Yuxue-73', why: undefined },
    { password: 'xK9$mQ2vL8pZ', why: undefined },
    { password: 'Chuangtai5817Lv', why: undefined },
    { password: '骆驼和算盘在雨靴里唱歌A1', why: undefined },
    { password: `Aa1-${'xyzw'.repeat(40)}`, why: '最多128个字符' },
  ])('$password: $why', ({ password, why }) => {
    if (why === undefined) expect(whyNotPassword(password, owner)).toBeUndefined()
    else expect(whyNotPassword(password, owner)).toContain(why)
  })

  test('a name or login of one sign forbids nothing', () => {
    expect(whyNotPassword('Jinzhong-2718-Lu', { ...owner, login: 'j', name: 'L' })).toBeUndefined()
  })

  test('no password makes it slow', () => {
    const before = performance.now()
    for (const unit of ['qaz', 'pass', '1', '@', 'abc', 'password1'])
      whyNotPassword(unit.repeat(128).slice(0, 127), owner)
    expect(performance.now() - before).toBeLessThan(100)
  })
})

test('the first passwords that the program makes would be accepted', () => {
  for (let index = 0; index < 300; index += 1) expect(whyNotPassword(randomPassword(), owner)).toBeUndefined()
})
