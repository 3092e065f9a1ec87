import type { Command } from 'commander'
import { register as check } from './report-check.ts'
import { register as rollup } from './report-rollup.ts'

/** `kaicheng report …`: everything about annual reports. */
export function register(program: Command): void {
  const report = program.command('report').description('年度报告：检查、汇总')
  for (const add of [check, rollup]) add(report)
}
