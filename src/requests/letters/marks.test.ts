import { expect, test } from 'vitest'
import { markIn } from './marks.ts'

test.each([
  '秘密★10年',
  '秘 密 ★ 10 年',
  '机密',
  '该件系机密，不宜公开',
  '绝密★长期',
  '機密☆二十年',
  '秘密*10年',
  '【秘密】关于某事的报告',
  '密级：秘密',
  '属秘密级文件',
  '秘密十年',
  '内部资料',
  '内 部 资 料，仅供参考',
  '内部文件，注意保存',
  '（内部材料）',
  '此件不公开',
  '工作秘密★',
])('a mark is found: %s', (text) => expect(markIn(text)).toBeDefined())

test.each([
  '属于国家秘密，不予公开',
  '涉及商业秘密和个人隐私',
  '涉及商业机密',
  '依照《中华人民共和国保守国家秘密法》',
  '属于内部事务信息',
  '涉及十年全部内部文件，数量明显超过合理范围',
  '该讨论记录是内部交换意见的材料',
  '请妥善保管本告知书',
])('words of the law are none: %s', (text) => expect(markIn(text)).toBeUndefined())
