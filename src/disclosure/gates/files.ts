import { findingsInFile } from '../../files/traces/findings.ts'
import { picturesOf } from '../../text/plain.ts'
import type { Finding } from './finding.ts'
import type { Gate } from './gate.ts'
import { finding } from './rules.ts'

/** What files carry beside what they show: changes, comments, hidden parts, authors, places of photographs. */
export const fileGate: Gate = ({ attachments, text }, { files }) => [
  ...attachments.flatMap(({ fileId, name }): Finding[] =>
    findingsInFile(files.get(fileId)).map(({ kind, where }) => finding(kind, `attachment:${fileId}`, name, where)),
  ),
  ...picturesOf(text).flatMap(({ fileId, alt }): Finding[] =>
    findingsInFile(files.get(fileId)).map(({ kind }) => finding(kind, 'text', alt.slice(0, 60) || '正文中的图片')),
  ),
]
