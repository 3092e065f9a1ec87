import { z } from 'zod'

/** A year as it is typed or stands in an address: four decimal digits, within two years, both included. */
export const yearBetween = (first: number, last: number) =>
  z
    .string()
    .regex(/^\d{4}$/, '年度写四位数字')
    .refine((text) => Number(text) >= first && Number(text) <= last, '年度有误')
    .transform(Number)
