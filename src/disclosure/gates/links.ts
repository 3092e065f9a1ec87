import { linksOf } from '../../text/links.ts'
import type { Content } from '../content.ts'
import { isGovernmentSite, publicUrl } from '../links/public-address.ts'
import type { Finding } from './finding.ts'
import type { Gate, GateContext } from './gate.ts'
import { plainOf } from './passages.ts'
import { finding } from './rules.ts'

/** `/shili-tjj/records/2026-00017`, with whatever stands behind it. */
const ownRecord = /^\/([a-z][a-z0-9-]{1,39})\/records\/(\d{4}-\d{5,})(?:[/?#.].*)?$/

/** All links of a record with the place in which each stands. */
export const placedLinks = ({ text, sourceUrl }: Content): { href: string; place: string }[] => [
  ...linksOf(text).map(({ href, paragraph }) => ({ href, place: `text:${paragraph}` })),
  ...(sourceUrl.trim() ? [{ href: sourceUrl.trim(), place: 'sourceUrl' }] : []),
]

/** The slug and number of the record on our own platform to which a link leads. */
export function ownRecordOf(href: string): { slug: string; number: string; address: string } | undefined {
  const [, slug, number] = ownRecord.exec(href) ?? []
  return slug && number ? { slug, number, address: `/${slug}/records/${number}` } : undefined
}

/** Links: well written, not into our own network, to what is there. Nothing is fetched here. */
export const linkGate: Gate = (content, context) => {
  const links = placedLinks(content)
  return [
    ...links.flatMap(({ href, place }) => problemsOf(href, place, context)),
    ...context.passages.flatMap(({ place, text }) => {
      if (place.startsWith('attachment:')) return []
      const linked = links.filter((link) => link.place === place).map(({ href }) => href)
      return writtenAddresses(text)
        .filter((words) => !linked.some((href) => href.includes(words)))
        .flatMap((words) => writtenProblems(words, place))
    }),
  ]
}

/** 中文域名 and addresses without http: whatever a reader would type. */
const writtenAddress =
  /(?<![\w@.-])(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,5}(?:com|cn|net|org|ly|cc|top|xyz|info|me|io|co|tv|vip|shop|club|site|online|gl|im|la)(?![\w-])(?:[:/?#][\w\-./?%&=#:~+@!]{0,300})?/gi
const shorteners =
  /^(?:bit\.ly|t\.cn|url\.cn|dwz\.cn|suo\.(?:im|nz)|goo\.gl|t\.co|tinyurl\.com|is\.gd|ow\.ly|m\.tb\.cn|w\.url\.cn|0x3\.me|c7\.gg|mrw\.so|sourl\.cn|u\.jd\.com)$/

const writtenAddresses = (text: string): string[] => [...plainOf(text).matchAll(writtenAddress)].map(([words]) => words)

function writtenProblems(words: string, place: string): Finding[] {
  const url = publicUrl(/^https?:/i.test(words) ? words : `http://${words}`)
  if (!url || isGovernmentSite(url)) return []
  return [finding(shorteners.test(url.hostname) ? 'shortLink' : 'outsideLink', place, words.slice(0, 200))]
}

function problemsOf(href: string, place: string, { ownAddresses, linkChecks }: GateContext): Finding[] {
  const said = href.slice(0, 200)
  // Whence a text was taken is a place on the web, never one within our pages.
  if (place === 'sourceUrl' && !/^https?:/i.test(href)) return [finding('brokenLink', place, said)]
  if (href.startsWith('#')) return []
  if (/^mailto:/i.test(href))
    return /^mailto:[^\s@,;?]+@[^\s@,;?]+\.[a-z]{2,}$/i.test(href) ? [] : [finding('brokenLink', place, said)]
  if (/^\/(?![/\\])/.test(href)) {
    const own = ownRecordOf(href)
    const state = own && ownAddresses.get(own.address)
    if (own && !state) return [finding('brokenLink', place, said, '没有这条信息')]
    return state === 'withdrawn' ? [finding('withdrawnLink', place, said)] : []
  }
  const url = publicUrl(href)
  if (!url) return [finding('brokenLink', place, said)]
  const check = linkChecks.get(href)
  return [
    ...(shorteners.test(url.hostname) ? [finding('shortLink', place, said)] : []),
    ...(check?.problem ? [finding('deadLink', place, said, `${check.checkedOn}检查：${check.problem}`)] : []),
    ...(isGovernmentSite(url) ? [] : [finding('outsideLink', place, said)]),
  ]
}
