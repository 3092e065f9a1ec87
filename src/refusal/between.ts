/** Between which days a day should be, as a person says it; both written as `chineseDate` writes them. */
export const betweenDays = (from: string, to: string): string =>
  from === to ? `日期应当是${from}` : `日期应当在${from}至${to}之间`
