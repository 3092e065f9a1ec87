/** Signs behind which people hide a part of a number. */
const numberMasks = /[*＊×✕✖●○■□▇█◆◇_＿?？…]/gu
/** Of a name; a question mark or dots end a sentence there. */
const nameMasks = /[*＊×✕✖●○■□▇█◆◇某]/gu
const figures: Readonly<Record<string, string>> = Object.fromEntries(
  ['〇零一二三四五六七八九', '〇零壹贰叁肆伍陆柒捌玖', '〇零幺贰叁肆伍陆柒捌玖'].flatMap((signs) =>
    [...signs].map((sign, index) => [sign, String(Math.max(0, index - 1))]),
  ),
)

/** Full width, small letters, no marks of direction or width: the ground of every comparison. */
const level = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}+/gu, '')

/** A name however it is spaced or dotted; hidden parts stand as *. The signs of a sentence stay, so that two do not run together. */
export const nameOf = (text: string): string =>
  level(text.replace(nameMasks, '*')).replace(/[\s.·•‧・･\-_—–'’|/\\]+/gu, '')

/** Figures and letters, as a number is written with spaces, hyphens, brackets or in Chinese; hidden parts stand as *. */
export const figuresOf = (text: string): string =>
  level(text.replace(numberMasks, '*'))
    .replace(/[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]/gu, (sign) => figures[sign] ?? sign)
    .replace(/x{2,}/g, (run) => '*'.repeat(run.length))
    .replace(/[\s\p{Pd}().,，、。·•−/\\#+[\]【】〔〕《》“”"'’‘:：;；]+/gu, '')

/** A place: without spaces and signs, figures as figures. */
export const placeOf = (text: string): string => figuresOf(text).replaceAll('*', '')

/** A mail address, also where @ and the dot are written out. */
export const mailOf = (text: string): string =>
  level(text.replace(/[*＊×●■]/gu, '*'))
    .replace(/\s*[([{【]?\s*(?:艾特|圈a)\s*[)\]}】]?\s*|\s*[([{【]\s*at\s*[)\]}】]\s*|\s+at\s+|#/gu, '@')
    .replace(/\s*[([{【]\s*(?:dot|点)\s*[)\]}】]\s*|\s+dot\s+|点/gu, '.')
    .replace(/\s+/gu, '')
