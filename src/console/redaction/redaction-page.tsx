import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Switch } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { PageBox } from '../../files/pages/page-picture.ts'
import { type Passage, unnamedIn } from '../../redaction/passage.ts'
import { withheldIndex } from '../../redaction/withheld-index.ts'
import type { RedactionView } from '../../requests/redactions/redaction-view.ts'
import { partGrounds } from '../../requests/withheld-part.ts'
import { PagePictures } from '../pages/page-pictures.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { PassageLayer } from './passage-layer.tsx'
import { PassageList } from './passage-list.tsx'
import { type Offered, ProposalsPart } from './proposals-part.tsx'
import { pageOf, redactions, redactionsKey } from './redaction-api.ts'
import { usePassages } from './use-passages.ts'

/** The pages of a paper, on which what is withheld is marked. */
export function RedactionPage() {
  const { id = '', redaction = '' } = useParams()
  const one = useQuery({
    queryKey: [...redactionsKey(id), redaction],
    queryFn: () => redactions.one(id, redaction),
    // What is marked meanwhile is this page's own.
    refetchOnWindowFocus: false,
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Guarded to={['clerk']}>
      <Fetched query={one}>{(view) => <Marking key={view.id} request={id} view={view} />}</Fetched>
    </Guarded>
  )
}

const newPassage = (page: number, boxes: readonly PageBox[], what = '', ground = ''): Passage => ({
  id: crypto.randomUUID(),
  page,
  boxes: boxes.map((box) => [...box]),
  what,
  ground,
})

function Marking({ request, view }: { request: string; view: RedactionView }) {
  const [page, turn] = useState(0)
  const [chosen, choose] = useState<string | null>(null)
  const [isPreview, preview] = useState(false)
  const marked = usePassages(request, view)
  const { passages, change } = marked
  const add = (more: readonly Passage[]) => {
    change([...passages, ...more])
    choose(more.at(-1)?.id ?? null)
  }
  const take = (offered: readonly Offered[]) => {
    add(offered.map((each) => newPassage(each.page, each.boxes, each.what, each.ground)))
    turn(offered.at(-1)?.page ?? page)
  }
  return (
    <div className="page report-bench">
      <PageHead
        title={`隐去：${view.name}`}
        lead={
          view.isLaidOutAnew
            ? '按内容重排，不是原件版面；生成的文件也是这样的版面。'
            : '标出的内容在生成的文件里不复存在，不能恢复。'
        }
      >
        <span className="quiet" role="status">
          {marked.error ? '' : marked.isSaved ? '已保存' : '正在保存……'}
        </span>
        <Button disabled={!marked.undo} onClick={marked.undo}>
          撤销
        </Button>
        <Link to={`/requests/${request}/redactions`}>
          <Button>全部文件</Button>
        </Link>
      </PageHead>
      {marked.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={marked.error.message} />
      ) : null}
      <div className="redaction">
        <section className="panel" aria-label="文件的页面">
          <PagePictures
            file={view.id}
            name="文件"
            sizes={view.sizes}
            page={page}
            onPage={turn}
            addressOf={(number, pixels) => pageOf(request, view.id, number, pixels)}
            tools={
              <span className="row">
                <Switch size="small" checked={isPreview} onChange={preview} aria-label="预览隐去后的样子" />
                <span aria-hidden="true">预览隐去后的样子</span>
              </span>
            }
            over={(size) => (
              <PassageLayer
                size={size}
                passages={passages.filter((each) => each.page === page)}
                chosen={chosen}
                isPreview={isPreview}
                onDraw={(box) => add([newPassage(page, [box])])}
                onChoose={choose}
              />
            )}
            download={null}
          />
        </section>
        <div>
          <section className="panel gap-below" aria-label="要隐去的内容">
            <h2>{`要隐去的内容（${passages.length}处）`}</h2>
            <PassageList
              passages={passages}
              chosen={chosen}
              onChange={change}
              onChoose={(passage) => {
                choose(passage.id)
                turn(passage.page)
              }}
            />
          </section>
          <section className="panel gap-below" aria-label="查找和建议">
            <h2>查找和建议</h2>
            <ProposalsPart request={request} id={view.id} passages={passages} onTake={take} onLook={turn} />
          </section>
          <Making request={request} view={view} passages={passages} save={marked.save} />
        </div>
      </div>
    </div>
  )
}

interface MakingProps {
  readonly request: string
  readonly view: RedactionView
  readonly passages: readonly Passage[]
  readonly save: () => Promise<void>
}

const groundLabel = (id: string): string => partGrounds.find((ground) => ground.id === id)?.label ?? '没有选择依据'

/** The index that the letter cites, and the file itself. */
function Making({ request, view, passages, save }: MakingProps) {
  const client = useQueryClient()
  const [made, setMade] = useState<{ readonly of: readonly Passage[] } | null>(
    view.result?.isCurrent ? { of: view.marked } : null,
  )
  const making = useMutation({
    mutationFn: async () => {
      await save()
      return redactions.make(request, view.id)
    },
    onSuccess: async () => {
      setMade({ of: passages })
      await client.invalidateQueries({ queryKey: redactionsKey(request), exact: true })
    },
  })
  const unnamed = unnamedIn(passages).length
  return (
    <section className="panel" aria-label="隐去的目录">
      <h2>隐去的目录</h2>
      <ul className="plain-list gap-below">
        {withheldIndex(passages).map(({ what, ground }) => (
          <li key={`${what} ${ground}`}>{`${what}——${groundLabel(ground)}`}</li>
        ))}
      </ul>
      {making.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={making.error.message} />
      ) : null}
      {made?.of === passages && !making.isPending ? (
        <Alert
          className="gap-below"
          type="success"
          showIcon
          title={
            <>
              已生成隐去后的文件。<Link to={`/requests/${request}/answer`}>拟写答复</Link>
              时可以把它列入附件，并按这份目录填写不予公开的部分。
            </>
          }
        />
      ) : null}
      <Button
        type="primary"
        loading={making.isPending}
        disabled={passages.length === 0 || unnamed > 0}
        onClick={() => making.mutate()}
      >
        生成隐去后的文件
      </Button>{' '}
      <span className="quiet" role="status">
        {making.isPending
          ? '逐页生成，页数多的需要一两分钟，请不要关闭本页。'
          : unnamed > 0
            ? `还有${unnamed}处没有写明内容或者没有选择依据。`
            : ''}
      </span>
    </section>
  )
}
