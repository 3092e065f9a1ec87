import { joinedList } from '../../joined-list.ts'
import type { KeptLedger } from '../import.ts'

/** Every register that a file may fill, in the order of the workbook's sheets. */
export const importedLedgers = joinedList<KeptLedger>('importedLedgers')
