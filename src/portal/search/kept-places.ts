import type { Database } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import { namesOf } from './organ-names.ts'
import type { OrganPlaces } from './places.ts'
import { readPlaces } from './store/places.ts'

/** What each organ shows beside its records, read once until something of it changes. */
export function keptPlaces(db: Database): {
  readonly of: (organs: readonly Organ[]) => Promise<OrganPlaces[]>
  /** Of this organ, or of all, what was read is out of date. */
  readonly forget: (organId: number | undefined) => void
} {
  const kept = new Map<number, OrganPlaces>()
  // What was read while a change came in is not kept.
  let changes = 0
  return {
    of: async (organs) => {
      const before = changes
      const unknown = organs.filter((organ) => kept.get(organ.id)?.organ !== organ)
      const read = unknown.length > 0 ? await readPlacesOf(db, unknown) : []
      const byId = new Map(read.map((each) => [each.organ.id, each]))
      if (changes === before) for (const [id, each] of byId) kept.set(id, each)
      return organs.flatMap(({ id }) => byId.get(id) ?? kept.get(id) ?? [])
    },
    forget: (organId) => {
      changes += 1
      if (organId === undefined) kept.clear()
      else kept.delete(organId)
    },
  }
}

/** The same, read now. */
export async function readPlacesOf(db: Database, organs: readonly Organ[]): Promise<OrganPlaces[]> {
  const { columns, reports, items } = await readPlaces(
    db,
    organs.map(({ id }) => id),
  )
  const [columnsOf, reportsOf, itemsOf] = [
    Map.groupBy(columns, ({ organId }) => organId),
    Map.groupBy(reports, ({ organId }) => organId),
    Map.groupBy(items, ({ organId }) => organId),
  ]
  return organs.map((organ) => ({
    organ,
    names: namesOf(organ.name),
    columns: columnsOf.get(organ.id) ?? [],
    reports: reportsOf.get(organ.id) ?? [],
    items: (itemsOf.get(organ.id) ?? []).map(({ words }) => words),
  }))
}
