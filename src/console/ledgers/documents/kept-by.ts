import type { RegisteredDocument } from '../../../ledgers/documents/registered-document.ts'

/** How a document came into the register. */
export function keptBy({ recordId, address }: Pick<RegisteredDocument, 'recordId' | 'address'>): string {
  if (recordId === null) return '补登、导入'
  return address === null ? '平台办理' : '平台发布'
}
