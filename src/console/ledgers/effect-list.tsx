const shownEffects = 20

/** Cell by cell what would become of the frozen figures. */
export function EffectList({ effects }: { effects: readonly string[] }) {
  return (
    <ul className="plain-list">
      {effects.slice(0, shownEffects).map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
      {effects.length > shownEffects ? <li>等{effects.length}格</li> : null}
    </ul>
  )
}
