import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Spin } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { PageSize } from '../../files/pages/page-picture.ts'
import { usePagePicture } from './use-page-picture.ts'

/** Of the width of its frame, and how many pixels wide a page is asked for then. */
const zooms = [
  { percent: 100, pixels: 1200 },
  { percent: 150, pixels: 1600 },
  { percent: 200, pixels: 2000 },
  { percent: 300, pixels: 2400 },
] as const

interface Props {
  /** Of which file they are, whatever stands at its address by now. */
  readonly file: string
  /** What these are the pages of. */
  readonly name: string
  readonly sizes: readonly PageSize[]
  /** Counted from nought. */
  readonly page: number
  readonly onPage: (page: number) => void
  /** Where the picture of a page is fetched; pages are counted from one there. */
  readonly addressOf: (page: number, pixels: number) => string
  /** What stands beside the buttons, and over the picture. */
  readonly tools?: ReactNode
  readonly over?: (size: PageSize) => ReactNode
  /** Where the file can be had that is not shown. */
  readonly download: ReactNode
}

/** A file page by page as a picture, turned and enlarged with buttons and keys. */
export function PagePictures({ file, name, sizes, page, onPage, addressOf, tools, over, download }: Props) {
  const [at, zoomTo] = useState(0)
  const zoom = zooms[at] ?? zooms[0]
  const turn = (by: number) => onPage(Math.max(0, Math.min(sizes.length - 1, page + by)))
  const enlarge = (by: number) => zoomTo(Math.max(0, Math.min(zooms.length - 1, at + by)))
  const onKey = (event: KeyboardEvent) => {
    const act = event.target === event.currentTarget && !event.ctrlKey && !event.metaKey ? keys[event.key] : undefined
    if (!act) return
    event.preventDefault()
    act({ turn, enlarge, onPage, last: sizes.length - 1 })
  }
  return (
    <>
      <div className="page-tools">
        <Button size="small" disabled={page === 0} onClick={() => turn(-1)}>
          上一页
        </Button>
        <span role="status">{`第${page + 1}页，共${sizes.length}页`}</span>
        <Button size="small" disabled={page >= sizes.length - 1} onClick={() => turn(1)}>
          下一页
        </Button>
        <span className="page-zoom">
          <Button
            size="small"
            icon={<MinusOutlined />}
            aria-label="缩小"
            disabled={at === 0}
            onClick={() => enlarge(-1)}
          />
          <span>{`${zoom.percent}%`}</span>
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label="放大"
            disabled={at === zooms.length - 1}
            onClick={() => enlarge(1)}
          />
        </span>
        {tools}
      </div>
      <section
        className="page-frame"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its frame is moved with the keyboard, too
        tabIndex={0}
        aria-label={`${name}第${page + 1}页，左右方向键翻页，加减号缩放`}
        onKeyDown={onKey}
      >
        <OnePage
          file={file}
          key={zoom.percent}
          alt={`${name}第${page + 1}页`}
          size={sizes[page] ?? { width: 210, height: 297 }}
          percent={zoom.percent}
          address={addressOf(page + 1, zoom.pixels)}
          next={page + 1 < sizes.length ? addressOf(page + 2, zoom.pixels) : null}
          over={over}
          download={download}
        />
      </section>
    </>
  )
}

interface Acts {
  readonly turn: (by: number) => void
  readonly enlarge: (by: number) => void
  readonly onPage: (page: number) => void
  readonly last: number
}

const keys: Readonly<Record<string, (acts: Acts) => void>> = {
  ArrowLeft: ({ turn }) => turn(-1),
  ArrowRight: ({ turn }) => turn(1),
  PageUp: ({ turn }) => turn(-1),
  PageDown: ({ turn }) => turn(1),
  Home: ({ onPage }) => onPage(0),
  End: ({ onPage, last }) => onPage(last),
  '+': ({ enlarge }) => enlarge(1),
  '=': ({ enlarge }) => enlarge(1),
  '-': ({ enlarge }) => enlarge(-1),
}

interface OnePageProps extends Pick<Props, 'download' | 'file'> {
  readonly over: Props['over'] | undefined
  readonly alt: string
  readonly size: PageSize
  readonly percent: number
  readonly address: string
  readonly next: string | null
}

function OnePage({ alt, size, percent, address, next, file, over, download }: OnePageProps) {
  const picture = usePagePicture(address, next, file)
  if (picture.error)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={picture.error.message}
        action={
          <>
            <Button size="small" onClick={() => picture.refetch()}>
              重试
            </Button>{' '}
            {download}
          </>
        }
      />
    )
  const unknown = picture.data?.unknownFonts
  return (
    <>
      {unknown && !picture.isPlaceholderData ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={`这一页用的字体（${unknown}）没有嵌入文件，图中的字可能与原件不同，请下载后在装有这种字体的电脑上核对。`}
        />
      ) : null}
      <div
        className="page-sheet"
        aria-busy={picture.isPending || picture.isPlaceholderData}
        style={{ width: `${percent}%`, aspectRatio: `${size.width} / ${size.height}` }}
      >
        {picture.isPending || picture.isPlaceholderData ? (
          <span className="page-waits" role="status">
            <Spin size="small" /> 正在显示{alt}……
          </span>
        ) : null}
        {picture.data ? <img src={picture.data.url} alt={alt} draggable={false} /> : null}
        {over?.(size)}
      </div>
    </>
  )
}
