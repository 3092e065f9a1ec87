/** Which frozen reports a correction moves; nothing where it moves none. */
export const reportsWords = (reports: readonly number[]): string =>
  reports.length > 0 ? `${reports.join('、')}年度报告已经定稿，更正后其中的数字与台账不再一致，须核对、修订。` : ''
