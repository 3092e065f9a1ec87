import type { Tx } from '../db/database.ts'
import { AnchorsBroken, readAnchors } from './anchors.ts'
import { type AnchoredHead, describeFault, verifyAudit } from './verify.ts'

export interface AuditCheck {
  readonly entries: number
  /** How many earlier heads the chain was compared with. */
  readonly anchors: number
  /** What is out of order first; without `seq` it is the anchor file itself. */
  readonly broken: { readonly seq: number | null; readonly message: string } | null
  /** What such a check cannot find; null: nothing is missing for it. */
  readonly hint: string | null
}

const noAnchors =
  '数据目录中还没有锚点，审计记录末尾被截去或者整体退回不能发现；锚点每天23:50自动写入，也可以随时执行 kaicheng audit anchor。' +
  '几台服务器共用一个数据库（DATABASE_URL）的，锚点只在写入它的那一台上，请在那一台上核验，或者让各台共用数据目录'

/** The whole check, as the command and the console make it: the organ's chain, and the anchors in the data folder. */
export async function checkAudit(tx: Tx, organId: number, dataFolder: string | undefined): Promise<AuditCheck> {
  const anchors = anchorsOf(organId, dataFolder)
  if (anchors instanceof AnchorsBroken)
    return { entries: 0, anchors: 0, broken: { seq: null, message: anchors.message }, hint: null }
  const { entries, broken } = await verifyAudit(tx, organId, anchors)
  return {
    entries,
    anchors: anchors.length,
    broken: broken && { seq: broken.seq, message: describeFault(broken) },
    hint: anchors.length === 0 ? noAnchors : null,
  }
}

function anchorsOf(organId: number, dataFolder: string | undefined): readonly AnchoredHead[] | AnchorsBroken {
  try {
    return (dataFolder && readAnchors(dataFolder).get(organId)) || []
  } catch (error) {
    if (error instanceof AnchorsBroken) return error
    throw error
  }
}
