import { Menu, type MenuProps } from 'antd'
import { Link, useLocation } from 'react-router'
import { useMe } from '../session/me.ts'
import { type Room, roomsFor } from './rooms.tsx'

const itemOf = ({ label, icon, places }: Room): NonNullable<MenuProps['items']>[number] => {
  const [only] = places
  if (places.length === 1 && only) return { key: only.path, icon, label: <Link to={only.path}>{only.label}</Link> }
  return {
    key: label,
    icon,
    label,
    children: places.map((place) => ({ key: place.path, label: <Link to={place.path}>{place.label}</Link> })),
  }
}

/** The place in whose part of the site an address lies. */
const placeOf = (path: string, places: readonly string[]) =>
  places.find((place) => place === path) ??
  places.filter((place) => place !== '/' && path.startsWith(`${place}/`)).sort((a, b) => b.length - a.length)[0] ??
  '/'

export function Navigation({ onGo }: { onGo?: () => void }) {
  const { pathname } = useLocation()
  const rooms = roomsFor(useMe().roles)
  const places = rooms.flatMap((room) => room.places.map(({ path }) => path))
  return (
    <nav aria-label="主导航">
      <Menu
        mode="inline"
        selectedKeys={[placeOf(pathname, places)]}
        defaultOpenKeys={rooms.map(({ label }) => label)}
        items={rooms.map(itemOf)}
        onClick={() => onGo?.()}
      />
    </nav>
  )
}
