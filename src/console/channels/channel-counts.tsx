import { Link } from 'react-router'
import { isPlatform } from '../../channels/channel.ts'
import { channelKindLabel } from '../../channels/ledger.ts'
import type { ChannelCount } from '../../channels/publication-view.ts'
import { query } from '../api.ts'
import { rowAddress } from '../ledgers/ledgers-api.ts'
import { useWanted } from '../shell/use-wanted.ts'
import type { ListedChannel } from './channels-api.ts'

const shownYears = 4

/** How much each channel published in each year; every number opens its list. */
export function ChannelCounts({ counts }: { counts: readonly ChannelCount[] }) {
  const { wanted } = useWanted()
  if (counts.length === 0) return <p className="quiet">还没有发布过信息，也没有登记过渠道。</p>
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a).slice(0, shownYears)
  const byChannel = [...Map.groupBy(counts, ({ channelId }) => channelId).values()]
  return (
    <div className="wide-table">
      <table className="plain-table counts-table">
        <caption className="read-only-text">各渠道发布的条数，按年度</caption>
        <thead>
          <tr>
            <th scope="col">渠道</th>
            {years.map((year) => (
              <th scope="col" className="number" key={year}>
                {year}年
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byChannel.map(([first, ...rest]) =>
            first ? (
              <tr key={first.channelId}>
                <th scope="row" className="underlined">
                  {isPlatform(first) ? (
                    first.name
                  ) : (
                    <Link to={rowAddress('channels', first.channelId)} aria-label={`${first.name}，打开渠道登记`}>
                      {first.name}
                    </Link>
                  )}{' '}
                  <span className="quiet">{channelKindLabel(first.kind)}</span>
                </th>
                {years.map((year) => {
                  const count = [first, ...rest].find((each) => each.year === year)?.count ?? 0
                  const ofYear = { channelId: first.channelId, from: `${year}-01-01`, to: `${year}-12-31` }
                  const isShown =
                    wanted.channelId === first.channelId && wanted.from === ofYear.from && wanted.to === ofYear.to
                  return (
                    <td className="number" key={year}>
                      {count === 0 ? (
                        <span className="quiet">0</span>
                      ) : (
                        <Link
                          to={{ search: query({ view: 'all', ...ofYear }) }}
                          aria-label={`${first.name}${year}年${count}条，打开清单`}
                          aria-current={isShown ? 'true' : undefined}
                        >
                          {count}条
                        </Link>
                      )}
                    </td>
                  )
                })}
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Channels on which nothing was published yet, so that they have no line above; nothing where there is none. */
export function EmptyChannels({ counts, all }: { counts: readonly ChannelCount[]; all: readonly ListedChannel[] }) {
  const used = new Set(counts.map(({ channelId }) => channelId))
  const unused = all.filter((channel) => !used.has(channel.id) && !isPlatform(channel))
  if (unused.length === 0) return null
  return (
    <p className="quiet underlined">
      还没有发布信息的渠道：
      {unused.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? '、' : ''}
          <Link to={rowAddress('channels', id)}>{name}</Link>
        </span>
      ))}
    </p>
  )
}
