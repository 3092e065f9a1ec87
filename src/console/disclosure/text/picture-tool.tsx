import { PictureOutlined } from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { Alert, Button, Input, Modal, Progress } from 'antd'
import { useRef, useState } from 'react'
import { uploadFile } from '../../api.ts'
import { counted } from '../../fields/counted.ts'
import { rememberPicture } from './pictures.ts'

/** Sends a picture and puts it where the cursor stands; asks first what it shows. */
export function PictureTool({ editor }: { editor: Editor }) {
  const chooser = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  return (
    <>
      <Button
        size="small"
        type="text"
        className="text-tool"
        icon={<PictureOutlined aria-hidden />}
        aria-label="插入图片"
        title="插入图片"
        onClick={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="选择图片"
        accept=".png,.jpg,.jpeg,.gif,.bmp"
        onChange={({ target }) => {
          setFile(target.files?.[0])
          target.value = ''
        }}
      />
      {file ? <PictureDialog editor={editor} file={file} onClose={() => setFile(undefined)} /> : null}
    </>
  )
}

/** Asks what a picture shows, sends it, and puts it into the text. */
export function PictureDialog({ editor, file, onClose }: { editor: Editor; file: File; onClose: () => void }) {
  const [alt, setAlt] = useState('')
  const [percent, setPercent] = useState<number>()
  const [error, setError] = useState('')
  const send = async () => {
    setError('')
    setPercent(0)
    try {
      const { id } = await uploadFile(file, setPercent)
      rememberPicture(id, file)
      editor
        .chain()
        .focus()
        .insertContent({ type: 'image', attrs: { fileId: id, alt: alt.trim() } })
        .run()
      onClose()
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : '没有传上，请重试')
      setPercent(undefined)
    }
  }
  return (
    <Modal
      open
      title="插入图片"
      okText="插入"
      okButtonProps={{ disabled: alt.trim() === '', loading: percent !== undefined }}
      onOk={send}
      onCancel={() => {
        onClose()
        editor.commands.focus()
      }}
    >
      {error ? <Alert className="gap-below" type="error" showIcon role="alert" title={error} /> : null}
      <p className="gap-below">{file.name}</p>
      <label htmlFor="picture-alt">图片的替代文字</label>
      <Input.TextArea
        id="picture-alt"
        rows={3}
        {...counted(500)}
        value={alt}
        autoFocus
        onChange={({ target }) => setAlt(target.value)}
        placeholder="写明图片上有什么；图中的文字和数据也要写出来"
      />
      <p className="quiet">供看不到图片的人使用，没有替代文字的图片不能送审。涉密图片不得上传。</p>
      {percent === undefined ? null : <Progress percent={percent} size="small" aria-label="上传进度" />}
    </Modal>
  )
}
