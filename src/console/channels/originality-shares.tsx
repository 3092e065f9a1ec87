import { Link } from 'react-router'
import type { OriginalityShare } from '../../channels/publication-view.ts'
import { query } from '../api.ts'
import { share } from './channel-words.ts'

/** How much is original on each channel, and there in each column; every number opens its list. */
export function Shares({ shares, year }: { shares: readonly OriginalityShare[]; year: number }) {
  if (shares.length === 0) return <p className="quiet">{year}年没有发布信息。</p>
  return (
    <div className="wide-table">
      <table className="plain-table counts-table">
        <caption className="read-only-text">{year}年各渠道、各栏目的原创、转载和其他条数</caption>
        <thead>
          <tr>
            <th scope="col">渠道、栏目</th>
            <th scope="col" className="number">
              条数
            </th>
            <th scope="col">原创占比</th>
            <th scope="col" className="number">
              未比对
            </th>
            <th scope="col" className="number">
              标为原创
            </th>
            <th scope="col" className="number">
              待核对
            </th>
            <th scope="col" className="number">
              转载
            </th>
            <th scope="col" className="number">
              其他
            </th>
          </tr>
        </thead>
        {[...Map.groupBy(shares, ({ channelId }) => channelId)].map(([channelId, ofChannel]) => (
          <tbody key={channelId}>
            <ShareRow name={ofChannel[0]?.name ?? ''} isSum year={year} shares={ofChannel} />
            {ofChannel.map((line) => (
              <ShareRow
                key={line.columnId ?? 'none'}
                name={line.columnName ?? '未关联平台信息的'}
                year={year}
                columnId={line.columnId ?? 'none'}
                shares={[line]}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function ShareRow({ name, isSum, year, columnId, shares }: ShareRowProps) {
  const sum = (of: 'count' | 'originals' | 'reposts' | 'others' | 'doubtful' | 'uncompared') =>
    shares.reduce((total, each) => total + each[of], 0)
  const [count, originals, uncompared] = [sum('count'), sum('originals'), sum('uncompared')]
  const channelId = shares[0]?.channelId
  const number = (
    of: 'originals' | 'reposts' | 'others' | 'doubtful',
    filter: Record<string, string>,
    label: string,
  ) =>
    sum(of) === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <Link
        to={{ pathname: '/channels', search: query({ view: 'all', channelId, columnId, ...ofYear(year), ...filter }) }}
        aria-label={`${name}${label}${sum(of)}条，打开清单`}
      >
        {sum(of)}
      </Link>
    )
  return (
    <tr className={isSum ? 'sum-row' : 'part-row'}>
      <th scope="row">{name}</th>
      <td className="number">
        <Link
          to={{ pathname: '/channels', search: query({ view: 'all', channelId, columnId, ...ofYear(year) }) }}
          aria-label={`${name}${count}条，打开清单`}
        >
          {count}
        </Link>
      </td>
      <td>
        {uncompared > 0 ? (
          <span className="quiet">尚未比对{uncompared}条，比对后计算</span>
        ) : (
          <span className="share">
            <meter min={0} max={count} value={originals} aria-label={`${name}原创占比`} />
            <span className="day-text">{share(originals, count)}</span>
          </span>
        )}
      </td>
      <td className="number">{uncompared > 0 ? uncompared : <span className="quiet">0</span>}</td>
      <td className="number">{number('originals', { originality: 'original' }, '原创')}</td>
      <td className="number">{number('doubtful', { view: 'doubtful' }, '待核对')}</td>
      <td className="number">{number('reposts', { originality: 'repost' }, '转载')}</td>
      <td className="number">{number('others', { originality: 'other' }, '其他')}</td>
    </tr>
  )
}

interface ShareRowProps {
  readonly name: string
  readonly isSum?: boolean
  readonly year: number
  readonly columnId?: string
  readonly shares: readonly OriginalityShare[]
}

const ofYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })
