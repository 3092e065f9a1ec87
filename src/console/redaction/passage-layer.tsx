import { type CSSProperties, type PointerEvent, useState } from 'react'
import type { PageBox, PageSize } from '../../files/pages/page-picture.ts'
import type { Passage } from '../../redaction/passage.ts'

interface Props {
  readonly size: PageSize
  /** Those of this page. */
  readonly passages: readonly Passage[]
  readonly chosen: string | null
  /** As it would leave: black. */
  readonly isPreview: boolean
  readonly onDraw: (box: PageBox) => void
  readonly onChoose: (id: string) => void
}

/** Smaller than this, in points, is a slip of the hand. */
const least = 3

/** The passages of a page over its picture; a new one is drawn with the mouse. */
export function PassageLayer({ size, passages, chosen, isPreview, onDraw, onChoose }: Props) {
  const [drawn, draw] = useState<{ readonly from: readonly [number, number]; readonly to: readonly [number, number] }>()
  const at = (event: PointerEvent<HTMLElement>): readonly [number, number] => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return [((event.clientX - left) / width) * size.width, ((event.clientY - top) / height) * size.height]
  }
  const box = drawn && boxOf(drawn.from, drawn.to)
  return (
    <div
      className="passage-layer"
      data-preview={isPreview || undefined}
      onPointerDown={(event) => {
        if (event.button !== 0 || isPreview) return
        event.currentTarget.setPointerCapture(event.pointerId)
        draw({ from: at(event), to: at(event) })
      }}
      onPointerMove={(event) => drawn && draw({ ...drawn, to: at(event) })}
      onPointerUp={(event) => {
        draw(undefined)
        if (!box) return
        const isSlip = box[2] - box[0] < least || box[3] - box[1] < least
        const hit = passages.findLast(({ boxes }) => boxes.some((each) => holds(each, at(event))))
        if (!isSlip) onDraw(box)
        else if (hit) onChoose(hit.id)
      }}
    >
      {passages.flatMap(({ id, boxes, what, ground }) =>
        boxes.map((each) => (
          <span
            key={`${id} ${each.join(' ')}`}
            className="passage"
            data-chosen={id === chosen || undefined}
            data-lacks={what === '' || ground === '' || undefined}
            style={placeOf(each, size)}
          />
        )),
      )}
      {box ? <span className="passage" data-chosen style={placeOf(box, size)} /> : null}
    </div>
  )
}

const boxOf = ([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]): PageBox => [
  Math.min(x, otherX),
  Math.min(y, otherY),
  Math.max(x, otherX),
  Math.max(y, otherY),
]

const holds = ([left, top, right, bottom]: PageBox, [x, y]: readonly [number, number]): boolean =>
  left <= x && x <= right && top <= y && y <= bottom

const placeOf = ([left, top, right, bottom]: PageBox, { width, height }: PageSize): CSSProperties => ({
  left: `${(left / width) * 100}%`,
  top: `${(top / height) * 100}%`,
  width: `${((right - left) / width) * 100}%`,
  height: `${((bottom - top) / height) * 100}%`,
})
