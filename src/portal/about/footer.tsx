import type { AnchorHTMLAttributes, ReactNode } from 'react'
import type { Organ } from '../../organs/organ.ts'
import { Contact } from '../contact.tsx'
import type { Site } from '../site.ts'
import { aboutAddresses } from './addresses.ts'

const digitsOf = (text: string): string => text.replace(/\D/g, '')

interface FooterProps {
  readonly site: Site
  readonly organ: Organ | null
  /** How its links open, where the page holds what somebody has typed. */
  readonly away: AnchorHTMLAttributes<HTMLAnchorElement> | undefined
}

/** 国办发〔2017〕47号: who runs the site and how to reach them, under which numbers it is filed, and the pages about it. */
export function Footer({ site, organ, away }: FooterProps) {
  const runner = organ ?? site.organiser
  return (
    <footer className="site-footer">
      <div className="column">
        <nav aria-label="关于网站">
          <ul className="line-of">
            {pagesAboutTheSite.map(({ name, path, lang }) => (
              <li key={path}>
                <a href={path} lang={lang} {...away}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {site.organiser && (
          <p className="organiser">
            主办：{site.organiser.name}
            {site.organiser.undertaker && `　承办：${site.organiser.undertaker}`}
          </p>
        )}
        {runner && <Contact organ={runner} />}
        <div className="site-footer-row">
          <ul className="line-of">
            {filedNumbers(site, away).map(([name, number]) => (
              <li key={name}>{number}</li>
            ))}
          </ul>
          <p>
            <a href="#top">返回顶部</a>
          </p>
        </div>
      </div>
    </footer>
  )
}

const pagesAboutTheSite: readonly { readonly name: string; readonly path: string; readonly lang?: string }[] = [
  { name: '网站地图', path: aboutAddresses.map },
  { name: '关于本站', path: aboutAddresses.about },
  { name: '无障碍声明', path: aboutAddresses.accessibility },
  { name: '隐私声明', path: aboutAddresses.privacy },
  { name: '开放数据', path: aboutAddresses.data },
  { name: 'English', path: aboutAddresses.english, lang: 'en' },
]

/** With the links to where each can be checked, as both registries ask. */
function filedNumbers({ organiser }: Site, away: FooterProps['away']): (readonly [string, ReactNode])[] {
  if (!organiser) return []
  const { siteCode, icpNumber, policeNumber } = organiser
  const filed: (readonly [string, ReactNode])[] = [
    ['code', siteCode && `网站标识码：${siteCode}`],
    [
      'icp',
      icpNumber && (
        <a href="https://beian.miit.gov.cn/" {...away}>
          {icpNumber}
        </a>
      ),
    ],
    [
      'police',
      policeNumber && (
        <a href={`https://beian.mps.gov.cn/#/query/webSearch?code=${digitsOf(policeNumber)}`} {...away}>
          {policeNumber}
        </a>
      ),
    ],
  ]
  return filed.filter(([, number]) => number)
}
