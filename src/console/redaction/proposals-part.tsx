import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Spin } from 'antd'
import { useState } from 'react'
import type { PageBox } from '../../files/pages/page-picture.ts'
import type { Passage } from '../../redaction/passage.ts'
import { redactions, redactionsKey } from './redaction-api.ts'

export interface Offered {
  readonly page: number
  readonly boxes: readonly PageBox[]
  readonly what: string
  readonly ground: string
}

interface Props {
  readonly request: string
  readonly id: string
  readonly passages: readonly Passage[]
  readonly onTake: (offered: readonly Offered[]) => void
  readonly onLook: (page: number) => void
}

/** What the program would withhold, and what is found of words that somebody types: each taken over by a person, with the keyboard, too. */
export function ProposalsPart({ request, id, passages, onTake, onLook }: Props) {
  const [words, seek] = useState('')
  const found = useQuery({
    queryKey: [...redactionsKey(request), id, 'proposals', words],
    queryFn: () => redactions.proposals(request, id, words),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
    retry: false,
  })
  const isTaken = ({ page, boxes }: Pick<Offered, 'page' | 'boxes'>) =>
    passages.some((each) => each.page === page && JSON.stringify(each.boxes) === JSON.stringify(boxes))
  const { proposals = [], sought = [], hasWords = true } = found.data ?? {}
  const left = proposals.filter((each) => !isTaken(each))
  const soughtLeft = sought.filter((each) => !isTaken(each)).map((each) => ({ ...each, what: '', ground: '' }))
  return (
    <>
      <Input.Search
        className="gap-below"
        placeholder="查找要隐去的词，如姓名"
        aria-label="查找要隐去的词"
        enterButton="查找"
        allowClear
        onSearch={(typed) => seek(typed.trim())}
      />
      {words !== '' && !found.isPlaceholderData ? (
        <Group
          title={sought.length === 0 ? `没有找到“${words}”` : `找到“${words}”${sought.length}处`}
          offered={soughtLeft.map((each) => ({ ...each, words }))}
          onTake={onTake}
          onLook={onLook}
        />
      ) : null}
      {found.isPending ? (
        <p role="status">
          <Spin size="small" /> 正在查找可能要隐去的内容……
        </p>
      ) : null}
      {found.error ? <Alert type="warning" showIcon title={found.error.message} /> : null}
      {hasWords ? null : (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title="这份文件是图片，没有文字可以查找，请逐页看过，用方框标出要隐去的内容。"
        />
      )}
      {found.data && hasWords ? (
        <Group
          title={
            left.length > 0
              ? `建议隐去（${left.length}处）`
              : proposals.length > 0
                ? '建议的都已采用'
                : '没有查到身份证号码、电话、银行卡号、住址和第三方的名称；姓名、商业秘密等请自己看过'
          }
          offered={left}
          onTake={onTake}
          onLook={onLook}
        />
      ) : null}
    </>
  )
}

interface GroupProps extends Pick<Props, 'onTake' | 'onLook'> {
  readonly title: string
  readonly offered: readonly (Offered & { readonly words: string })[]
}

function Group({ title, offered, onTake, onLook }: GroupProps) {
  return (
    <section aria-label={title} className="gap-below">
      <p className="row">
        <span>{title}</span>
        {offered.length > 1 ? (
          <Button size="small" onClick={() => onTake(offered)}>
            全部隐去
          </Button>
        ) : null}
      </p>
      <ul className="passage-offers">
        {offered.map((each) => (
          <li key={`${each.page} ${each.boxes.join(' ')}`}>
            <button type="button" className="link-like grow" onClick={() => onLook(each.page)}>
              {`第${each.page + 1}页 ${each.what === '' ? '' : `${each.what}：`}${each.words}`}
            </button>
            <Button size="small" aria-label={`隐去第${each.page + 1}页的${each.words}`} onClick={() => onTake([each])}>
              隐去
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
