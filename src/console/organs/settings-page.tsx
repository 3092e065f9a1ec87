import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { administration, type SettingView } from './organs-api.ts'
import { SettingCard } from './setting-card.tsx'

/** The review of publications has a page of its own. */
const hasNoPage = ({ id }: SettingView) => id !== 'reviewPlan'

export function SettingsPage() {
  const query = useQuery({ queryKey: ['settings'], queryFn: administration.settings })
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead
          title="设置"
          lead="法律没有写明、由机关确定的口径。修改只对以后的办理生效，已经作出的不变；每次修改都记入审计日志。"
        />
        <Fetched query={query}>
          {({ items }) =>
            [...Map.groupBy(items.filter(hasNoPage), ({ matter }) => matter)].map(([matter, settings]) => (
              <Matter key={matter} matter={matter} settings={settings} />
            ))
          }
        </Fetched>
      </div>
    </Guarded>
  )
}

function Matter({ matter, settings }: { matter: string; settings: readonly SettingView[] }) {
  const headId = useId()
  return (
    <section className="setting-matter" aria-labelledby={headId}>
      <h2 id={headId}>{matter}</h2>
      <ul className="stacked gap-12">
        {settings.map((setting) => (
          <li key={setting.id}>
            <SettingCard setting={setting} />
          </li>
        ))}
      </ul>
    </section>
  )
}
