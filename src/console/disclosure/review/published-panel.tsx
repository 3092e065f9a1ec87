import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { officeDayOf } from '../../../days/plain-date.ts'
import { actLabels } from '../../../disclosure/content.ts'
import { isRepealable } from '../../../disclosure/record-type.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { copyHtml } from '../../copy-html.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { holds, useMe } from '../../session/me.ts'
import { isOnTheWay } from '../list/due-words.ts'
import { EditionMark } from '../list/edition-mark.tsx'
import { editionPath, records } from '../records-api.ts'
import { accountHtml } from '../text/account-html.ts'
import { TopPlaceLine } from './top-place-line.tsx'

type NextAct = 'correct' | 'withdraw' | 'repeal'

const what: Readonly<Record<NextAct, string>> = {
  correct:
    '以现在公开的文本为底稿开始一个更正版，改好后重新逐级审核后发布。发布前公众看到的不变。原文误将个人信息等公开的，更正时可以隐去原文。',
  withdraw:
    '办理时写明撤回的理由。逐级审核后发布之日为撤回日期：公众不再看到正文和附件，列表和检索中不再有它；原网址仍显示标题、日期和理由。发布前公众看到的不变。其他渠道上的要另行撤下。',
  repeal:
    '办理时写明废止日期、理由和宣布废止的文件。逐级审核发布后正文保留，注明从哪天起废止；从那天起移出现行有效的文件，计入当年的废止数。发布前公众看到的不变。',
}

/** Where the record stands in public, its editions, and what may become of it. */
export function PublishedPanel({ view }: { view: RecordView }) {
  if (!view.published && view.editions.length < 2) return null
  return (
    <Panel title="公开与版本">
      {view.published ? (
        <p className="gap-below">
          公开网址：
          <a href={view.published.address} target="_blank" rel="noopener">
            {view.published.address}
          </a>
          <br />
          <span className="quiet">索引号 {view.published.indexNumber}</span>
        </p>
      ) : null}
      {view.published && view.status === 'live' && (view.act === 'publish' || view.act === 'correct') ? (
        <ForAccounts view={view} />
      ) : null}
      <ul className="editions">
        {view.editions.toReversed().map(({ edition, act, status, publishedAt }) => (
          <li key={edition} className="facts-line">
            <Link
              to={editionPath({ recordId: view.recordId, edition })}
              aria-current={edition === view.edition ? 'page' : undefined}
            >
              第{edition}版 {actLabels[act]}
            </Link>
            <EditionMark status={status} act={act} />
            {publishedAt ? <span className="quiet">{officeDayOf(publishedAt)}</span> : null}
          </li>
        ))}
      </ul>
      {view.published && view.status === 'live' && view.act !== 'withdraw' ? (
        <TopPlaceLine recordId={view.recordId} published={view.published} />
      ) : null}
      {view.status === 'live' ? <NextActs view={view} /> : null}
    </Panel>
  )
}

/** The text with its looks, for the editor of a public account. */
function ForAccounts({ view: { content, published } }: { view: RecordView }) {
  const { organ } = useMe()
  const { message } = App.useApp()
  if (!published) return null
  const copy = () => {
    const { indexNumber } = published
    const { href } = new URL(published.address, location.href)
    const html = accountHtml(content.text, { organName: organ.name, indexNumber, address: href })
    if (copyHtml(html)) message.success('已复制正文，可以粘贴到公众号后台的编辑器；图片和附件请在后台另行添加')
    else message.error('浏览器没有允许复制，请打开公开网址，在网页上选中正文复制')
  }
  return (
    <p className="gap-below">
      <Button onClick={copy}>复制正文（公众号排版）</Button>
    </p>
  )
}

function NextActs({ view }: { view: RecordView }) {
  const me = useMe()
  const go = useNavigate()
  const client = useQueryClient()
  const { modal } = App.useApp()
  const begin = useMutation({
    mutationFn: (act: NextAct) => records.beginEdition(view.recordId, act),
    onSuccess: (begun) => {
      client.invalidateQueries({ queryKey: ['record', view.recordId] })
      client.invalidateQueries({ queryKey: ['records'] })
      go(editionPath(begun))
    },
  })
  const open = view.editions.find(({ status }) => isOnTheWay(status))
  const isWithdrawn = view.act === 'withdraw'
  const why = !holds(me, ['clerk'])
    ? '由经办人办理'
    : open
      ? `第${open.edition}版（${actLabels[open.act]}）正在办理，请先办完或者作废它`
      : view.whyNotBegin
  const acts: readonly NextAct[] = [
    'correct',
    ...(isWithdrawn ? [] : (['withdraw'] as const)),
    ...(isRepealable(view.type) && !isWithdrawn && view.act !== 'repeal' ? (['repeal'] as const) : []),
  ]
  const ask = (act: NextAct) =>
    modal.confirm({
      title: `${actLabels[act]}这条信息？`,
      content: what[act],
      okText: `开始${actLabels[act]}`,
      cancelText: '不办',
      onOk: () => begin.mutateAsync(act).catch(() => undefined),
    })
  return (
    <div className="row gap-above">
      {acts.map((act) => (
        <Button key={act} danger={act === 'withdraw'} disabled={why !== null} onClick={() => ask(act)}>
          {actLabels[act]}
        </Button>
      ))}
      {why ? <span className="why">{why}</span> : null}
      {begin.error ? <Alert type="error" showIcon role="alert" title={begin.error.message} /> : null}
    </div>
  )
}
