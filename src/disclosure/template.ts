import { z } from 'zod'
import type { Content } from './content.ts'
import { copiedContent } from './copied.ts'
import type { RecordTypeId } from './record-type.ts'

/** 模板: what a new draft of its kind begins with. */
export interface TemplateItem {
  readonly id: string
  readonly name: string
  readonly type: RecordTypeId
  readonly typeLabel: string
  /** Of the unit that keeps it; empty where it is nobody's. */
  readonly unitName: string
  readonly changedName: string
  /** ISO instant, UTC. */
  readonly changedAt: string
  /** Why whoever looks may not rename or remove it. */
  readonly whyNotChange: string | null
}

export const TemplateName = z.strictObject({
  name: z.string().trim().min(1, '请填写模板的名称').max(60, '模板的名称不超过60个字'),
})
export type TemplateName = z.infer<typeof TemplateName>

/** What of a record belongs in a template: its words and classification. Nothing of the one case that its fields tell. */
export const templateContent = (content: Content): Content => ({ ...copiedContent(content), fields: {} })
