/** One holiday of a notice: days off from `from` to `to`, both included, and the weekend days worked for it. */
export interface HolidayArrangement {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly makeUpDays: readonly string[]
}

/** The General Office's notice for a year. Next year's is issued in October or November. */
export interface HolidayNotice {
  readonly year: number
  readonly title: string
  readonly number: string
  readonly issuedOn: string
  readonly holidays: readonly HolidayArrangement[]
}

const off = (name: string, from: string, to: string, ...makeUpDays: string[]): HolidayArrangement => ({
  name,
  from,
  to,
  makeUpDays,
})

const titleOf = (year: number) => `国务院办公厅关于${year}年部分节假日安排的通知`

/** A new notice is a new entry; nothing is ever computed where a notice stands. */
export const holidayNotices: readonly HolidayNotice[] = [
  {
    year: 2024,
    title: titleOf(2024),
    number: '国办发明电〔2023〕7号',
    issuedOn: '2023-10-25',
    holidays: [
      off('元旦', '2024-01-01', '2024-01-01'),
      off('春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      off('清明节', '2024-04-04', '2024-04-06', '2024-04-07'),
      off('劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      off('端午节', '2024-06-10', '2024-06-10'),
      off('中秋节', '2024-09-15', '2024-09-17', '2024-09-14'),
      off('国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    title: titleOf(2025),
    number: '国办发明电〔2024〕12号',
    issuedOn: '2024-11-12',
    holidays: [
      off('元旦', '2025-01-01', '2025-01-01'),
      off('春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      off('清明节', '2025-04-04', '2025-04-06'),
      off('劳动节', '2025-05-01', '2025-05-05', '2025-04-27'),
      off('端午节', '2025-05-31', '2025-06-02'),
      off('国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    title: titleOf(2026),
    number: '国办发明电〔2025〕7号',
    issuedOn: '2025-11-04',
    holidays: [
      off('元旦', '2026-01-01', '2026-01-03', '2026-01-04'),
      off('春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      off('清明节', '2026-04-04', '2026-04-06'),
      off('劳动节', '2026-05-01', '2026-05-05', '2026-05-09'),
      off('端午节', '2026-06-19', '2026-06-21'),
      off('中秋节', '2026-09-25', '2026-09-27'),
      off('国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
]
