import { useQuery } from '@tanstack/react-query'
import type { ColumnView } from '../../platform/columns/column.ts'
import { platform } from './platform-api.ts'

/** How many addresses are told by mail of what becomes public; who they are is kept from everybody. */
export function SubscriberLine({ columns }: { readonly columns: readonly ColumnView[] }) {
  const { data } = useQuery({ queryKey: ['subscriptions'], queryFn: platform.subscribers })
  if (!data) return null
  const named = columns.flatMap(({ id, name }) => (data.columns[id] ? [`${name}${data.columns[id]}`] : []))
  const parts = [`全部信息${data.organ}`, ...named, `单个文件${data.records}`]
  return <p className="quiet">邮件订阅（个邮箱）：{parts.join('，')}。邮箱加密保存，这里不显示。</p>
}
