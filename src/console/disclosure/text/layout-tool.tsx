import { FormatPainterOutlined } from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { App, Button, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { type HouseLayout, houseLayout } from '../../../text/house-layout.ts'
import { textFromEditor } from './from-editor.ts'
import { changeWords, doubtWords, exchanging } from './lay-out.ts'

/** 一键排版: shows what it would change before it does, and what it leaves to whoever writes. */
export function LayoutTool({ editor }: { editor: Editor }) {
  const { message } = App.useApp()
  const [layout, setLayout] = useState<HouseLayout>()
  useEffect(() => {
    // The editor may not be mounted yet: its keys are heard where they come by.
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'l'
      if (!isAsked || !editor.isFocused) return
      event.preventDefault()
      setLayout(houseLayout(textFromEditor(editor.getJSON())))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [editor])
  const lay = ({ text, changes }: HouseLayout) => {
    editor.view.dispatch(exchanging(editor.state, text))
    message.success(`已排版${changes.length}处，可以撤销`)
    setLayout(undefined)
  }
  return (
    <>
      <Button
        size="small"
        type="text"
        className="text-tool"
        icon={<FormatPainterOutlined aria-hidden />}
        title="一键排版（Ctrl+Shift+L）"
        onClick={() => setLayout(houseLayout(textFromEditor(editor.getJSON())))}
      >
        一键排版
      </Button>
      <Modal
        open={layout !== undefined}
        title="一键排版"
        destroyOnHidden
        okText={layout?.changes.length ? `排版（${layout.changes.length}处）` : '知道了'}
        okButtonProps={{ autoFocus: true }}
        cancelText="不排"
        footer={(_, { OkBtn, CancelBtn }) => (
          <>
            {layout?.changes.length ? <CancelBtn /> : null}
            <OkBtn />
          </>
        )}
        onOk={() => (layout?.changes.length ? lay(layout) : setLayout(undefined))}
        onCancel={() => setLayout(undefined)}
        afterClose={() => editor.view.focus()}
      >
        {layout ? <Preview layout={layout} /> : null}
      </Modal>
    </>
  )
}

function Preview({ layout: { changes, doubtful } }: { layout: HouseLayout }) {
  return (
    <>
      {changes.length === 0 ? (
        <p>标题、空格、空行和落款都已经符合版式，没有要改的。</p>
      ) : (
        <>
          <p>{`将改动${changes.length}处（${tally(changes.map(changeWords))}）。除空格和换行外一个字也不改；表格、列表、引用和图片不动。`}</p>
          <Places label="将要改动的">
            {[...Map.groupBy(changes, ({ paragraph }) => paragraph)].map(([paragraph, all]) => (
              <Place
                key={paragraph}
                paragraph={paragraph}
                words={all[0]?.words ?? ''}
                what={all.map(changeWords).join('，')}
              />
            ))}
          </Places>
        </>
      )}
      {doubtful.length > 0 ? (
        <>
          <p>{`另有${doubtful.length}处请自行核对，排版不改（${tally(doubtful.map(({ kind }) => doubtWords[kind]))}）。`}</p>
          <Places label="请核对的">
            {doubtful.map((sign, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice in a paragraph
              <Place key={index} {...sign} what={doubtWords[sign.kind]} />
            ))}
          </Places>
        </>
      ) : null}
    </>
  )
}

/** “甲3处、乙1处” */
const tally = (all: readonly string[]): string =>
  [...Map.groupBy(all, (each) => each)].map(([what, { length }]) => `${what}${length}处`).join('、')

const Places = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <ul className="layout-places" aria-label={label} tabIndex={0}>
    {children}
  </ul>
)

const longest = 30
const Place = ({ paragraph, words, what }: { paragraph: number; words: string; what: string }) => (
  <li>
    <span className="quiet">第{paragraph + 1}段</span> {what}
    {words === '' ? null : `：${words.length > longest ? `${words.slice(0, longest)}…` : words}`}
  </li>
)
