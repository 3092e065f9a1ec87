import type { Tx } from '../db/database.ts'
import { type AnchorSource, readAnchors } from './anchors.ts'
import { describeFault, readRemembered, verifyAudit } from './verify.ts'
import { falseAdoption } from './waiting.ts'

export interface AuditCheck {
  readonly entries: number
  /** How many earlier heads the chain was compared with. */
  readonly anchors: number
  /** What is out of order first; without `seq` it is the anchors or the chain as a whole. */
  readonly broken: { readonly seq: number | null; readonly message: string } | null
  /** What is no fault by itself and should be looked at. */
  readonly notices: readonly string[]
  /** What such a check cannot find; null: nothing is missing for it. */
  readonly hint: string | null
}

const noAnchors =
  '还没有锚点，审计记录末尾被截去或者整体退回不能发现；锚点每天23:50自动写入，也可以请运维人员随时写入（kaicheng audit anchor）'

/** The whole check of a chain, as the command and the console make it: the organ's chain, and the anchors. */
export async function checkAudit(tx: Tx, organId: number, source: AnchorSource): Promise<AuditCheck> {
  const { own, heads, problem } = readAnchors(organId, source)
  const { entries, broken, backwards } = await verifyAudit(tx, organId, heads)
  const remembered = await readRemembered(tx, organId)
  const whole = problem ?? (broken ? null : (missing(entries, own, remembered) ?? (await falseAdoption(tx, organId))))
  const notices = backwards
    ? [
        `有${backwards.count}处审计记录的时间早于前一条（最早在第${backwards.seq}条）：服务器时钟曾被调慢，请核对时间同步`,
      ]
    : []
  return {
    entries,
    anchors: heads.length,
    broken: whole ? { seq: null, message: whole } : broken && { seq: broken.seq, message: describeFault(broken) },
    notices,
    hint: heads.length === 0 && !whole ? noAnchors : null,
  }
}

/** Every organ's chain begins when it is registered, so that there is no organ without. */
function missing(entries: number, own: number, remembered: number): string | null {
  if (entries === 0) return '没有任何审计记录：审计记录被整体删除'
  if (own >= remembered) return null
  return `已写入过${remembered}个锚点，数据目录中只找到${own}个：锚点文件被删去、清空或截短；锚点写在另一台服务器上的，请在那一台上核验`
}
