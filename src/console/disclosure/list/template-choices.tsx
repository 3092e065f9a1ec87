import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Empty } from 'antd'
import { useState } from 'react'
import { officeDayOf } from '../../../days/plain-date.ts'
import type { TemplateItem } from '../../../disclosure/template.ts'
import { Fetched } from '../../states/fetched.tsx'
import { records } from '../records-api.ts'
import { TemplateNameDialog } from '../template-name-dialog.tsx'
import type { ChoiceProps } from './choice.ts'

const queryKey = ['record-templates']

/** The templates of the organ, one's own unit's first; each begins a draft, and its unit renames and removes it. */
export function TemplateChoices(choice: ChoiceProps) {
  const query = useQuery({ queryKey, queryFn: records.templates })
  return (
    <Fetched query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description="还没有模板。打开一条写得好的信息，用“存为模板”保存；每次要改的地方留成〔　〕或者＿＿，送审前会逐处提示。"
          />
        ) : (
          <Templates items={items} {...choice} />
        )
      }
    </Fetched>
  )
}

function Templates({ items, isBusy, onBegin }: ChoiceProps & { readonly items: readonly TemplateItem[] }) {
  const client = useQueryClient()
  const { modal } = App.useApp()
  const [renamed, setRenamed] = useState<TemplateItem>()
  const reread = () => client.invalidateQueries({ queryKey })
  const remove = useMutation({ mutationFn: (id: string) => records.removeTemplate(id), onSuccess: reread })
  const askRemove = ({ id, name }: TemplateItem) =>
    modal.confirm({
      title: `删去模板“${name}”？`,
      content: '以后不能再用它新建；已经用它写的信息不受影响。',
      okText: '删去',
      cancelText: '不删',
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(id).catch(() => undefined),
    })
  return (
    <>
      <p className="quiet gap-below">新稿带有模板的文字、栏目和分类；文号、日期和附件另填。</p>
      {remove.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={remove.error.message} />
      ) : null}
      <div className="type-groups" aria-busy={isBusy}>
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <button type="button" disabled={isBusy} onClick={() => onBegin(() => records.beginFromTemplate(item.id))}>
                <strong>{item.name}</strong>
                <span className="why">
                  {item.typeLabel}
                  {item.unitName ? ` · ${item.unitName}` : ''}
                </span>
                <span className="why">
                  {item.changedName}，{officeDayOf(item.changedAt)}
                </span>
              </button>
              {item.whyNotChange === null ? (
                <span className="row">
                  <Button type="text" size="small" aria-label={`改名：${item.name}`} onClick={() => setRenamed(item)}>
                    改名
                  </Button>
                  <Button type="text" size="small" aria-label={`删去：${item.name}`} onClick={() => askRemove(item)}>
                    删去
                  </Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      {renamed ? (
        <TemplateNameDialog
          title="模板改名"
          about={renamed.id}
          name={renamed.name}
          save={async (name) => {
            await records.renameTemplate(renamed.id, name)
            await reread()
          }}
          onClose={() => setRenamed(undefined)}
        />
      ) : null}
    </>
  )
}
