import { type ChainLink, isChainBroken } from './chain-links.ts'

const marks = { turn: '●', waiting: '○', broken: '×', signed: '✓' } as const
const awaiting = { turn: '等待签名', waiting: '未到', broken: '失效', signed: '' } as const
const shown = 8

/** Picture 3: drafted, signed level by level, sent out; who and for whom, when, and which text they saw. */
export function Chain({ links, hash, name = '签名链' }: ChainProps) {
  return (
    <div className="chain-frame">
      {isChainBroken(links) ? (
        <p className="late strong">× {name}已断开：标 × 的签名已经失效，须按现在的文本重新逐级签署。</p>
      ) : null}
      <ol className="chain" aria-label={name}>
        {links.map((link) => (
          <ChainItem key={link.key} link={link} hash={hash} />
        ))}
      </ol>
    </div>
  )
}

interface ChainProps {
  readonly links: readonly ChainLink[]
  /** Of the text that stands. */
  readonly hash: string | null
  readonly name?: string
}

function ChainItem({ link, hash }: { link: ChainLink; hash: string | null }) {
  const { label, role, state, by, standsInFor, when, words } = link
  return (
    <li data-state={state}>
      <span className="chain-mark" aria-hidden="true">
        {marks[state]}
      </span>
      <strong>{label}</strong>
      <span>
        {by ?? link.awaits ?? awaiting[state]}
        {standsInFor ? `（代${standsInFor}）` : ''}
      </span>
      {by === null && role ? <span className="quiet">{role}</span> : null}
      {when ? <span className="quiet">{when}</span> : null}
      {link.hash ? (
        <code title={`文本校验码 ${link.hash}`}>
          {link.hash.slice(0, shown)}
          {link.hash === hash ? '' : ' ≠'}
        </code>
      ) : null}
      {words ? <span className={state === 'broken' ? 'late' : 'quoted'}>{words}</span> : null}
    </li>
  )
}
