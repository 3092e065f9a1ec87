import type { GateRule } from './finding.ts'

const source = '三审三校的文字、事实核对'

/** What the words of a text do not tell, and its looks do. */
export const textRules = {
  struckText: {
    label: '划去的文字',
    severity: 'confirm',
    source,
    message: '正文里有加删除线的文字，读者分不清是否有效。请删去这些文字，或者去掉删除线；确需这样公开的，请说明',
  },
  leftBlank: {
    label: '没有填的空',
    severity: 'confirm',
    source,
    message: '有留着没有填的地方（空括号、下划线等），请填写或者删去；是供群众填写的表格、要这样公开的，请说明',
  },
  noteTwice: {
    label: '编号重复的注释',
    severity: 'hint',
    source,
    message: '注释编号重复，读者点编号只能看到其中一条。请改用不同的编号，正文里的编号也一并改',
  },
} as const satisfies Record<string, GateRule>
