import { Menu, type MenuProps } from 'antd'
import { Link, useLocation } from 'react-router'
import { businessRoles } from '../../organs/role.ts'
import { useOpenFeedback } from '../feedback/feedback-api.ts'
import { useTurnCount } from '../review/turns-api.ts'
import { holds, useMe } from '../session/me.ts'
import { type Room, roomsFor } from './rooms.tsx'

/** How much waits at a place, and what that is: 项轮到您办理. */
interface Waits {
  readonly count: number
  readonly what: string
}

const itemOf = (
  { label, icon, places }: Room,
  waits: Readonly<Record<string, Waits>>,
): NonNullable<MenuProps['items']>[number] => {
  const [only] = places
  if (places.length === 1 && only)
    return { key: only.path, icon, label: <PlaceLink place={only} waits={waits[only.path]} /> }
  return {
    key: label,
    icon,
    label,
    children: places.map((place) => ({ key: place.path, label: <Link to={place.path}>{place.label}</Link> })),
  }
}

function PlaceLink({ place, waits }: { readonly place: Room['places'][number]; readonly waits: Waits | undefined }) {
  return (
    <Link to={place.path}>
      {place.label}
      {waits && waits.count > 0 ? (
        <span className="turn-count" title={`有${waits.count}${waits.what}`}>
          {waits.count > 99 ? '99+' : waits.count}
          <span className="read-only-text">{waits.what}</span>
        </span>
      ) : null}
    </Link>
  )
}

/** The place in whose part of the site an address lies. */
const placeOf = (path: string, places: readonly string[]) =>
  places.find((place) => place === path) ??
  places.filter((place) => place !== '/' && path.startsWith(`${place}/`)).sort((a, b) => b.length - a.length)[0] ??
  '/'

export function Navigation({ onGo }: { onGo?: () => void }) {
  const { pathname } = useLocation()
  const me = useMe()
  const rooms = roomsFor(me.roles)
  const hasBusiness = holds(me, businessRoles)
  const turns = useTurnCount(hasBusiness).data?.total ?? 0
  const open = useOpenFeedback(hasBusiness).data?.total ?? 0
  const waits = {
    '/': { count: turns, what: '项轮到您办理' },
    '/feedback': { count: open, what: '条公众意见待答复' },
  }
  const places = rooms.flatMap((room) => room.places.map(({ path }) => path))
  return (
    <nav aria-label="主导航">
      <Menu
        mode="inline"
        selectedKeys={[placeOf(pathname, places)]}
        defaultOpenKeys={rooms.map(({ label }) => label)}
        items={rooms.map((room) => itemOf(room, waits))}
        onClick={() => onGo?.()}
      />
    </nav>
  )
}
