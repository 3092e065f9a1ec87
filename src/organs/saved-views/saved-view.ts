import { z } from 'zod'

/** The lists of the console that may be looked at in ways of one's own. */
export const listIds = ['requests', 'records', 'decisions', 'documents', 'remedies', 'publications', 'late'] as const
export const ListId = z.enum(listIds)
export type ListId = z.infer<typeof ListId>

const ViewName = z.string().trim().min(1, '请填写视图的名称').max(20, '名称不超过20个字')

/** A way of looking at a list, under a name; the one of the same name is replaced. */
export const NewView = z.strictObject({
  list: ListId,
  name: ViewName,
  /** What of the address narrows and orders the list: a=1&b=2. */
  query: z
    .string()
    .max(1000, '筛选条件过多，请减少一些')
    .regex(/^[\w%.~+=&*-]*$/, '不是列表的地址')
    // What is looked for may be somebody's name.
    .refine((query) => !new URLSearchParams(query).has('q'), '视图不保存查找的文字'),
  isDefault: z.boolean(),
})
export type NewView = z.infer<typeof NewView>

export const RenamedView = z.strictObject({ name: ViewName })

export interface SavedView extends Omit<NewView, 'list'> {
  readonly id: string
}
