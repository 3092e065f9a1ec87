const toldEffects = 3
/** What would become of frozen figures, the first of them. */
export const effectWords = (effects: readonly string[]): string =>
  effects.length === 0
    ? ''
    : `（${effects.slice(0, toldEffects).join('；')}${effects.length > toldEffects ? `等${effects.length}格` : ''}）`
