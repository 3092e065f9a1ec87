import { getResolvedPDFJS } from 'unpdf'
import { Canvas, number, type Operation, type Operations } from './canvas.ts'
import { isListed, matrixFrom, meet, moved, multiply } from './geometry.ts'
import type { OpenPdf, PdfPage } from './open-pdf.ts'
import { pathOperations } from './paint-paths.ts'
import { textOperations } from './paint-text.ts'
import { type Painted, start } from './painted.ts'
import { softPicture } from './small-pictures.ts'

const mostOperations = 500_000

/** What a page paints, in its order; undefined where it is more than anybody looks through. */
export async function paintedOn(document: OpenPdf, page: PdfPage): Promise<Painted | undefined> {
  const { OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS).map(([name, number]) => [number, name]))
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'any' })
  if (fnArray.length > mostOperations) return undefined
  const layers = await document.getOptionalContentConfig({ intent: 'any' })
  const canvas = new Canvas()
  const operations: Operations = {
    ...stateOperations(canvas),
    ...pathOperations(canvas, names),
    ...pictureOperations(canvas),
    ...groupOperations(canvas, (layer) => layers.isVisible(layer)),
    ...textOperations(canvas),
  }
  fnArray.forEach((operation: number, at: number) => {
    operations[names.get(operation) ?? '']?.(argsArray[at] ?? [], at)
  })
  return canvas
}

const color = (args: readonly unknown[]) => (typeof args[0] === 'string' ? args[0] : undefined)

/** Where and with what the next operations paint. */
const stateOperations = (canvas: Canvas): Operations => ({
  save: () => canvas.save(),
  restore: () => canvas.restore(),
  transform: (args) => {
    canvas.state.ctm = multiply(canvas.state.ctm, matrixFrom(args))
  },
  setLineWidth: ([width]) => {
    canvas.state.width = number(width)
  },
  setGState: ([pairs]) => setState(canvas, pairs),
  setFillRGBColor: (args) => {
    canvas.state.fill = color(args)
  },
  setStrokeRGBColor: (args) => {
    canvas.state.stroke = color(args)
  },
  setFillColorN: () => {
    canvas.state.fill = undefined
  },
  setStrokeColorN: () => {
    canvas.state.stroke = undefined
  },
})

function setState({ state }: Canvas, pairs: unknown): void {
  for (const [key, value] of Array.isArray(pairs) ? pairs : []) {
    if (key === 'ca') state.alpha = number(value)
    if (key === 'LW') state.width = number(value)
    if (key === 'BM') state.isSheer = value !== 'source-over' && value !== 'Normal'
    if (key === 'SMask' && value) state.isSheer = true
    if (key === 'Font' && Array.isArray(value)) state.size = number(value[1])
  }
}

/** Pictures; a mask covers nothing. */
function pictureOperations(canvas: Canvas): Operations {
  const masked: Operation = (_, at) => canvas.picture(at, false)
  return {
    paintImageXObject: ([, width, height], at) =>
      canvas.picture(at, !(width === softPicture[0] && height === softPicture[1])),
    paintInlineImageXObject: (_, at) => canvas.picture(at, true),
    paintImageMaskXObject: masked,
    paintSolidColorImageMask: masked,
    paintImageXObjectRepeat: ([, wide, high, places], at) => {
      const list = isListed(places) ? Array.from(places, number) : []
      for (let index = 0; index + 1 < list.length; index += 2) {
        const [x = 0, y = 0] = list.slice(index, index + 2)
        canvas.picture(at, false, [x, y, x + number(wide), y + number(high)])
      }
    },
  }
}

/** Parts of a page with a state of their own: forms, groups, remarks, layers. */
const groupOperations = (canvas: Canvas, isVisible: (layer: unknown) => boolean): Operations => ({
  paintFormXObjectBegin: ([matrix, box]) => {
    canvas.save()
    const { state } = canvas
    if (matrix) state.ctm = multiply(state.ctm, matrixFrom([matrix]))
    if (Array.isArray(box) && box.length === 4)
      state.clip = meet(state.clip, moved(state.ctm, [number(box[0]), number(box[1]), number(box[2]), number(box[3])]))
  },
  paintFormXObjectEnd: () => canvas.restore(),
  beginGroup: ([group]) => {
    canvas.save()
    if (typeof group === 'object' && group && 'smask' in group && group.smask) canvas.state.isSheer = true
  },
  endGroup: () => canvas.restore(),
  beginAnnotation: ([, , transform, matrix]) => {
    canvas.save()
    canvas.state = { ...start }
    if (transform) canvas.state.ctm = multiply(canvas.state.ctm, matrixFrom([transform]))
    if (matrix) canvas.state.ctm = multiply(canvas.state.ctm, matrixFrom([matrix]))
  },
  endAnnotation: () => canvas.restore(),
  beginMarkedContent: () => canvas.begin(false),
  beginMarkedContentProps: ([tag, layer]) => canvas.begin(tag === 'OC' && !isVisible(layer)),
  endMarkedContent: () => canvas.end(),
})
