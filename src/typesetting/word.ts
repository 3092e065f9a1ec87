import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'

/** GB/T 9704-2012 in Word's measures: twips of 1/20 pt for lengths, half points for type. */
export const millimetres = (value: number): number => Math.round((value * 1440) / 25.4)
/** 22 lines on 225 mm. */
export const bodyLine = millimetres(225 / 22)
export const bodySize = 32
/** Two characters of the body. */
export const twoCharacters = 640

const face = (eastAsia: string, ascii = 'Times New Roman') => ({ ascii, hAnsi: ascii, eastAsia, cs: ascii })
export const faces = {
  xiaobiaosong: face('方正小标宋简体'),
  fangsong: face('仿宋_GB2312'),
  kaiti: face('楷体_GB2312'),
  heiti: face('黑体'),
  songti: face('宋体', '宋体'),
}

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })

/** A4 with the type area of 156 × 225 mm. */
export const paper = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(37),
    bottom: millimetres(35),
    left: millimetres(28),
    right: millimetres(26),
    header: millimetres(15),
    footer: millimetres(23),
  },
}

/** “— 2 —”, 4号, one character from the edge: right on odd pages, left on even ones. `after` lifts it, in twips. */
export const pageNumberFooter = (side: 'odd' | 'even', after = 0): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { left: 280, right: 280 },
        spacing: { after },
        children: [new TextRun({ font: faces.songti, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
