/** Levels at which administrative fees are collected. */
export type FeeLevel = 'township' | 'countyDepartment' | 'county' | 'cityDepartment' | 'city' | 'province'

/**
 * The most that an organ of each level may plausibly collect as 行政事业性收费 in a year, in 万元; above it the amount was
 * probably entered in 元 under the header 万元. No statute sets these: they follow the yearly 行政事业性收费收入 in the final
 * accounts (决算) of local governments, where a county collects a few hundred million yuan in all, a city a few thousand million.
 */
export const feeLimitsWan: Readonly<Record<FeeLevel, { readonly most: number; readonly reason: string }>> = {
  township: { most: 10_000, reason: '乡镇、街道一年的行政事业性收费不会超过1亿元' },
  countyDepartment: { most: 50_000, reason: '县级部门一年的行政事业性收费一般不会超过5亿元' },
  county: { most: 200_000, reason: '一个县、区全部部门一年的行政事业性收费一般不会超过20亿元' },
  cityDepartment: { most: 200_000, reason: '市级部门一年的行政事业性收费一般不会超过20亿元' },
  city: { most: 1_000_000, reason: '一个市全部部门一年的行政事业性收费一般不会超过100亿元' },
  province: { most: 10_000_000, reason: '一个省全部部门一年的行政事业性收费一般不会超过1000亿元' },
}
