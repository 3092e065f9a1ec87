/** The kinds mixed evenly: each comes as often as it is planned. */
export function inTurn<Kind extends string>(counts: Readonly<Record<Kind, number>>): Kind[] {
  const places = (Object.entries(counts) as [Kind, number][]).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({ kind, at: (index + 0.5) / count })),
  )
  return places.sort((a, b) => a.at - b.at).map(({ kind }) => kind)
}
