import { Menu, type MenuProps } from 'antd'
import { Link, useLocation } from 'react-router'
import { businessRoles } from '../../organs/role.ts'
import { useTurnCount } from '../review/turns-api.ts'
import { holds, useMe } from '../session/me.ts'
import { type Room, roomsFor } from './rooms.tsx'

const itemOf = ({ label, icon, places }: Room, turns: number): NonNullable<MenuProps['items']>[number] => {
  const [only] = places
  if (places.length === 1 && only)
    return { key: only.path, icon, label: <PlaceLink place={only} count={only.path === '/' ? turns : 0} /> }
  return {
    key: label,
    icon,
    label,
    children: places.map((place) => ({ key: place.path, label: <Link to={place.path}>{place.label}</Link> })),
  }
}

function PlaceLink({ place, count }: { readonly place: Room['places'][number]; readonly count: number }) {
  return (
    <Link to={place.path}>
      {place.label}
      {count > 0 ? (
        <span className="turn-count" title={`有${count}项轮到您办理`}>
          {count > 99 ? '99+' : count}
          <span className="read-only-text">项轮到您办理</span>
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
  const { data } = useTurnCount(holds(me, businessRoles))
  const places = rooms.flatMap((room) => room.places.map(({ path }) => path))
  return (
    <nav aria-label="主导航">
      <Menu
        mode="inline"
        selectedKeys={[placeOf(pathname, places)]}
        defaultOpenKeys={rooms.map(({ label }) => label)}
        items={rooms.map((room) => itemOf(room, data?.total ?? 0))}
        onClick={() => onGo?.()}
      />
    </nav>
  )
}
