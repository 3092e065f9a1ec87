import type { Act } from '../../../disclosure/content.ts'

interface ActWords {
  readonly title: string
  readonly hides?: string
}

/** What the public reads above the text of a correction, a withdrawal or a repeal; what is not filled in yet shows as such. */
export function actWords(act: Act): ActWords | null {
  if (act.kind === 'publish') return null
  const reason = act.reason || '（还没有填写理由）'
  switch (act.kind) {
    case 'correct': {
      const title = `更正说明：${reason}${act.changedOn ? `（信息变更日期：${act.changedOn}）` : ''}`
      return act.hideReason === undefined ? { title } : { title, hides: hidesWords(act.hideReason) }
    }
    case 'withdraw':
      return { title: `本信息将被撤回。理由：${reason}` }
    case 'repeal':
      return { title: `本文件自${act.on ?? '（日期未填）'}起废止，依据：${act.by || '（未填）'}。${reason}` }
  }
}

const hidesWords = (reason: string): string =>
  `更正前的原文将从公开的历史中隐去，公众不再看到其文字、改动和附件。理由：${reason || '（还没有填写）'}`
