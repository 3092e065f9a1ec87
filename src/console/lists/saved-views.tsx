import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Popover } from 'antd'
import { useEffect, useId, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { ListId, SavedView } from '../../organs/saved-views/saved-view.ts'
import { get, post, put, query, remove } from '../api.ts'
import { counted } from '../fields/counted.ts'
import type { Wanted } from '../shell/use-wanted.ts'

const keyOf = (list: ListId) => ['views', list] as const
const readViews = (list: ListId) => get<{ items: readonly SavedView[] }>(`views${query({ list })}`)

/** Goes to the person's default view where the address names nothing of the list; true once that is decided. */
export function useDefaultView(list: ListId | undefined): boolean {
  const { search, pathname } = useLocation()
  const go = useNavigate()
  const isAsked = list !== undefined && search === ''
  const { data, isPending } = useQuery({
    queryKey: ['views', list ?? ''],
    queryFn: () => readViews(list ?? 'requests'),
    enabled: list !== undefined,
  })
  const wanted = isAsked ? data?.items.find(({ isDefault }) => isDefault)?.query : undefined
  useEffect(() => {
    if (wanted) go({ pathname, search: `?${wanted}` }, { replace: true })
  }, [wanted, go, pathname])
  return !isAsked || (!isPending && !wanted)
}

/** The person's own ways of looking at the list: gone to, saved, made the default, deleted. */
export function SavedViews({ list, wanted }: { list: ListId; wanted: Wanted }) {
  const { data } = useQuery({ queryKey: keyOf(list), queryFn: () => readViews(list) })
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="我的视图"
      open={isOpen}
      onOpenChange={setOpen}
      content={<ViewList list={list} wanted={wanted} views={data?.items ?? []} onGo={() => setOpen(false)} />}
    >
      <Button>我的视图{data && data.items.length > 0 ? `（${data.items.length}）` : ''}</Button>
    </Popover>
  )
}

interface ViewListProps {
  readonly list: ListId
  readonly wanted: Wanted
  readonly views: readonly SavedView[]
  readonly onGo: () => void
}

function ViewList({ list, wanted, views, onGo }: ViewListProps) {
  const client = useQueryClient()
  const { pathname } = useLocation()
  const onSuccess = () => client.invalidateQueries({ queryKey: keyOf(list) })
  const save = useMutation({
    mutationFn: (view: Pick<SavedView, 'name' | 'query' | 'isDefault'>) => post('views', { list, ...view }),
    onSuccess,
  })
  const forget = useMutation({ mutationFn: (id: string) => remove(`views/${id}`), onSuccess })
  const rename = useMutation({
    mutationFn: ({ id, name }: Pick<SavedView, 'id' | 'name'>) => put(`views/${id}`, { name }),
    onSuccess,
  })
  const [renamed, setRenamed] = useState<string>()
  const problem = save.error ?? forget.error ?? rename.error
  return (
    <div className="saved-views">
      {views.length === 0 ? <p className="quiet">还没有保存视图。筛选好列表，取个名称保存，下次一点就到。</p> : null}
      <ul>
        {views.map(({ id, name, query: of, isDefault }) =>
          renamed === id ? (
            <li key={id}>
              <Input.Search
                autoFocus
                aria-label={`视图${name}的新名称`}
                defaultValue={name}
                {...counted(20)}
                enterButton="改名"
                loading={rename.isPending}
                onSearch={(typed) =>
                  rename.mutate({ id, name: typed.trim() }, { onSuccess: () => setRenamed(undefined) })
                }
              />
            </li>
          ) : (
            <li key={id} className="row">
              <Link className="grow" to={{ pathname, search: `?${of}` }} onClick={onGo}>
                {name}
              </Link>
              <Button
                size="small"
                type="text"
                aria-pressed={isDefault}
                onClick={() => save.mutate({ name, query: of, isDefault: !isDefault })}
              >
                {isDefault ? '★ 默认' : '☆ 设为默认'}
              </Button>
              <Button size="small" type="text" aria-label={`改视图${name}的名称`} onClick={() => setRenamed(id)}>
                改名
              </Button>
              <Button size="small" type="text" danger aria-label={`删除视图${name}`} onClick={() => forget.mutate(id)}>
                删除
              </Button>
            </li>
          ),
        )}
      </ul>
      <NewViewForm
        isSaving={save.isPending}
        onSave={(name, isDefault, onSuccess) =>
          save.mutate({ name, isDefault, query: addressOf(wanted) }, { onSuccess })
        }
      />
      {problem ? <Alert type="error" role="alert" title={problem.message} /> : null}
    </div>
  )
}

/** What is saved of the address: neither the page nor the words, which may be a name. */
const addressOf = ({ page: _, q: __, ...narrowed }: Wanted): string => query(narrowed).slice(1)

interface NewViewFormProps {
  readonly isSaving: boolean
  readonly onSave: (name: string, isDefault: boolean, onSuccess: () => void) => void
}

function NewViewForm({ isSaving, onSave }: NewViewFormProps) {
  const nameId = useId()
  const [name, setName] = useState('')
  const [isDefault, setDefault] = useState(false)
  return (
    <Form layout="vertical" onFinish={() => onSave(name.trim(), isDefault, () => setName(''))}>
      <Form.Item label="把现在的筛选和排序存为" htmlFor={nameId} extra="查找的文字不保存。">
        <Input id={nameId} value={name} onChange={({ target }) => setName(target.value)} />
      </Form.Item>
      <div className="row apart">
        <Checkbox checked={isDefault} onChange={({ target }) => setDefault(target.checked)}>
          打开列表时默认用它
        </Checkbox>
        <Button type="primary" htmlType="submit" loading={isSaving} disabled={name.trim() === ''}>
          保存
        </Button>
      </div>
    </Form>
  )
}
