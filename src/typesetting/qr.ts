import { toString as drawQr } from 'qrcode'

/** The code that a telephone reads to come to an address, as SVG. */
export const qrOf = (address: string): Promise<string> =>
  drawQr(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })

/** The same for a page to show. */
export const qrData = async (address: string): Promise<string> =>
  `data:image/svg+xml;base64,${Buffer.from(await qrOf(address)).toString('base64')}`
