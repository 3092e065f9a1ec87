import { usePicture } from '../text/pictures.ts'

/** A picture of the text, with the words that stand for it. */
export function Picture({ fileId, alt }: { fileId: string; alt: string }) {
  const { address, isLost } = usePicture(fileId)
  return (
    <>
      {address ? (
        <img src={address} alt={alt} />
      ) : (
        <span className="quiet">{isLost ? '图片没有取到' : '正在取图片…'}</span>
      )}
      <figcaption className="quiet">替代文字：{alt || '（没有填写）'}</figcaption>
    </>
  )
}
