import type { OnPublication } from '../disclosure/on-publication.ts'
import { flagPublication, noteHidden, noteOnPlatform, noteOriginality } from './store/on-platform.ts'

/** What is published stands on the platform from that day; what a correction says of it holds on every channel. */
export const noteInChannels: OnPublication = async (tx, record) => {
  const { organId, recordId, content, before, day, likeness } = record
  await noteOnPlatform(tx, record)
  if (before && before.originality !== content.originality)
    await noteOriginality(tx, organId, recordId, content.originality)
  if (content.act.kind === 'correct' && content.act.hideReason !== undefined)
    await noteHidden(tx, organId, recordId, day)
  if (likeness) await flagPublication(tx, organId, recordId, likeness)
}
