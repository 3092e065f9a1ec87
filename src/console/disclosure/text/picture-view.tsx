import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import { Button, Input } from 'antd'
import { counted } from '../../fields/counted.ts'
import { usePicture } from './pictures.ts'
import { Picture } from './schema.ts'

/** A picture in the editor, with the words for those who do not see it beneath. */
function PictureView({ node, updateAttributes, deleteNode, selected, editor }: NodeViewProps) {
  const { fileId, alt } = node.attrs as { fileId: string; alt: string }
  const { address, isLost } = usePicture(fileId)
  const isMissing = alt.trim() === ''
  return (
    <NodeViewWrapper as="figure" className="edited-picture" data-selected={selected}>
      <div data-drag-handle>
        {address ? <img src={address} alt={alt} /> : <p className="quiet">{isLost ? '图片没有取到' : '正在取图片…'}</p>}
      </div>
      <figcaption contentEditable={false}>
        <Input
          value={alt}
          {...counted(500)}
          disabled={!editor.isEditable}
          {...(isMissing ? { status: 'error' as const } : {})}
          aria-label="图片的替代文字"
          placeholder="替代文字：写明图片的内容，供看不到图片的人使用（必填）"
          onChange={({ target }) => updateAttributes({ alt: target.value })}
        />
        <Button size="small" onClick={() => deleteNode()}>
          去掉图片
        </Button>
      </figcaption>
    </NodeViewWrapper>
  )
}

export const EditedPicture = Picture.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(PictureView, {
      // What is typed into the field below belongs to the field, not to the text.
      stopEvent: ({ event }) => event.target instanceof Element && event.target.closest('figcaption') !== null,
    }),
})
