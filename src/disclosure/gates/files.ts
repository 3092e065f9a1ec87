import type { FileTraces } from '../../files/traces/traces.ts'
import { picturesOf } from '../text/plain.ts'
import type { Finding } from './finding.ts'
import type { Gate } from './gate.ts'
import { finding, type GateId } from './rules.ts'

/** What files carry beside what they show: changes, comments, hidden parts, authors, places of photographs. */
export const fileGate: Gate = ({ attachments, text }, { files }) => [
  ...attachments.flatMap(({ fileId, name }) => {
    const traces = files.get(fileId)
    const place = `attachment:${fileId}`
    if (traces === 'failed') return [finding('notLookedInto', place, name)]
    return traces ? tracesIn(traces, place, name) : [finding('unreadable', place, name)]
  }),
  ...picturesOf(text).flatMap(({ fileId, alt }) => {
    const traces = files.get(fileId)
    const shown = alt.slice(0, 60) || '正文中的图片'
    if (traces === 'failed') return [finding('notLookedInto', 'text', shown)]
    if (!traces) return [finding('unreadable', 'text', shown)]
    return traces.placedPhotos > 0 ? [finding('photoPlace', 'text', shown)] : []
  }),
]

function tracesIn(traces: FileTraces, place: string, name: string): Finding[] {
  const { trackedChanges, comments, hidden, embedded, authors, placedPhotos, isTextless } = traces
  const some = (gate: GateId, said: string): Finding[] => (said ? [finding(gate, place, name, said)] : [])
  return [
    ...some('trackedChanges', trackedChanges > 0 ? `共${trackedChanges}处` : ''),
    ...some('comments', comments > 0 ? `共${comments}条` : ''),
    ...some('hiddenContent', hidden.slice(0, 5).join('、')),
    ...some('embeddedFile', embedded.slice(0, 5).join('、')),
    ...some('author', authors.slice(0, 8).join('、')),
    ...some('photoPlace', placedPhotos > 0 ? `共${placedPhotos}张` : ''),
    ...(isTextless ? [finding('unreadable', place, name, '是扫描件或者图片')] : []),
  ]
}
