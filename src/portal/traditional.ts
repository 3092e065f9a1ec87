import { Converter } from 'opencc-js/cn2t'

const cookie = /(?:^|;\s*)characters=traditional(?:;|$)/

/** Whether a Cookie header asks for traditional characters. */
export const wantsTraditional = (header: string | undefined): boolean => header !== undefined && cookie.test(header)

/** A year's cookie that no script reads; simplified characters, which are the site's own, need none. */
export const charactersCookie = (wish: string, secure: boolean): string => {
  const age = wish === 'traditional' ? 31_536_000 : 0
  return `characters=traditional; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}

const switchTo = (wish: 'traditional' | 'simplified', name: string): string =>
  `<button class="small-button" type="submit" name="characters" value="${wish}" lang="${wish === 'traditional' ? 'zh-Hant' : 'zh-Hans'}">${name}</button></form>`

const displayForm = /(<form class="display-form".*?)<\/form>/s

/** A page with the way to read it in traditional characters. */
export const withSwitch = (html: string): string =>
  html.replace(displayForm, (_, form) => form + switchTo('traditional', '繁體'))

const notice =
  '<aside class="demo-note" aria-label="繁體字說明"><p class="column">本頁由程式從簡體字轉換為繁體字，僅供閱讀；內容以簡體字文本為準。搜索和填寫的網頁仍用簡體字。</p></aside>'

let made: ((text: string) => string) | undefined
const convert = (text: string): string => {
  made ??= Converter({ from: 'cn', to: 'tw' })
  const held = text.replaceAll('复议', '\u{F0000}')
  return namesKept(held, made(held)).replaceAll('\u{F0000}', '復議')
}

/** 于 and 余 are surnames, too: they change only beside what makes words of them. */
const words = { 于: /[关对由位属用基便至终等高低大小多少过急忠善勇敢限鉴在]$/, 余: /[剩其多有结盈富业残]$/ } as const
const afterwards = { 于: /^[是今此]/, 余: /^[额下款年名人件项万元]/ } as const

function namesKept(before: string, after: string): string {
  const signs = [...before]
  const turned = [...after]
  if (signs.length !== turned.length) return after
  return turned
    .map((sign, at) => {
      const was = signs[at]
      if (was !== '于' && was !== '余') return sign
      return words[was].test(signs[at - 1] ?? '') || afterwards[was].test(signs[at + 1] ?? '') ? sign : was
    })
    .join('')
}

/** What is not read but run, sent or copied stays as it is. */
const kept = /(<(script|style|textarea|option)\b[^>]*>.*?<\/\2>|<(?:p|span) class="to-copy">.*?<\/(?:p|span)>|<[^>]*>)/s

const named = /(\s(?:aria-label|alt|title)=")([^"]*)"/g
const whole = /^<(?:script|style|textarea|option)\b|^<\w+ class="to-copy"/

/** A tag with what it is called by whoever does not see it. */
const namesIn = (tag: string): string =>
  whole.test(tag) ? tag : tag.replace(named, (_, before, name) => `${before}${convert(name)}"`)

/** Longer pages stay as they are: turning one holds up everybody else's. */
const longest = 500_000

/** The page in traditional characters, saying that the simplified text is the authentic one. */
export function inTraditional(html: string): string {
  if (html.length > longest || html.includes('<article class="reading" lang="en">')) return withSwitch(html)
  const pieces = html.split(kept)
  // Each part that is kept stands between two of text, and its name after it.
  const converted = pieces.map((piece, index) =>
    index % 3 === 0 ? convert(piece) : index % 3 === 1 ? namesIn(piece) : '',
  )
  return converted
    .join('')
    .replace('<html lang="zh-CN"', '<html lang="zh-Hant"')
    .replace(displayForm, (_, form) => form + switchTo('simplified', '简体'))
    .replace('<main ', `${notice}<main `)
}
