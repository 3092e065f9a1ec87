import type { Command } from 'commander'
import { register as check } from './report-check.ts'
import { register as compile } from './report-compile.ts'
import { register as drift } from './report-drift.ts'
import { register as explain } from './report-explain.ts'
import { register as publish } from './report-publish.ts'
import { register as rollup } from './report-rollup.ts'

/** `kaicheng report …`: everything about annual reports. */
export function register(program: Command): void {
  const report = program.command('report').description('年度报告：生成、公布、检查、汇总')
  for (const add of [compile, explain, publish, drift, check, rollup]) add(report)
}
