import type { RecordView } from '../../../disclosure/record-view.ts'
import { officeTime } from '../../words.ts'
import { shortHash } from '../disclosure-words.ts'
import { type ChainLink, chainLinks, isChainBroken } from './chain-links.ts'

const marks = { turn: '●', waiting: '○', broken: '×', signed: '✓' } as const
const awaiting = { turn: '等待签名', waiting: '未到', broken: '失效', signed: '' } as const

/** Picture 3: drafted, signed level by level, published; who, when, and which text they saw. */
export function Chain({ view }: { view: RecordView }) {
  const links = chainLinks(view)
  return (
    <div className="chain-frame">
      {isChainBroken(links) ? (
        <p className="chain-broken">× 签名链已断开：有人签过的文本与现在的文本不同，须按现在的文本重新逐级审核。</p>
      ) : null}
      <ol className="chain" aria-label="签名链">
        {links.map((link) => (
          <ChainItem key={link.key} link={link} hash={view.hash} />
        ))}
      </ol>
    </div>
  )
}

function ChainItem({ link, hash }: { link: ChainLink; hash: string | null }) {
  const { key, label, role, state, by, standsInFor, at, words } = link
  const waits = key === 'drafted' ? '正在拟稿' : key === 'published' && state === 'turn' ? '等待发布' : awaiting[state]
  return (
    <li data-state={state}>
      <span className="chain-mark" aria-hidden="true">
        {marks[state]}
      </span>
      <strong>{label}</strong>
      <span>
        {by ?? waits}
        {standsInFor ? `（代${standsInFor}）` : ''}
      </span>
      {by === null && role ? <span className="quiet">{role}</span> : null}
      {at ? <span className="quiet">{officeTime(at).slice(5)}</span> : null}
      {link.hash ? (
        <code title={`文本校验码 ${link.hash}`}>
          {shortHash(link.hash)}
          {link.hash === hash ? '' : ' ≠'}
        </code>
      ) : null}
      {words ? <span className={state === 'broken' ? 'chain-why' : 'quoted'}>{words}</span> : null}
    </li>
  )
}
