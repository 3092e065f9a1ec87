import type { Command } from 'commander'
import { verifyBundle } from '../files/bundle/verify.ts'

const exits = `
不需要数据库，在任何一台装有本程序的计算机上都可以核对。

退出码：
  0  每个文件都与清单一致；给出 --sums 的，清单也与导出时一致
  1  不完整，或者不是案卷`

/** `kaicheng archive verify FILE`: exit 0 where every file of a bundle is the one that was put in, else 1. */
export function register(program: Command): void {
  program
    .command('archive')
    .description('案卷：离线核对')
    .command('verify')
    .description('核对导出的案卷有没有改动')
    .argument('<文件>', '从平台下载的案卷（.zip）')
    .option('--sums <校验码>', '平台日志中“导出案卷”记下的校验码；给出的，连清单本身有没有改动一并核对')
    .addHelpText('after', exits)
    .action(async (file: string, options: { sums?: string }) => {
      const { files, problems: found, sums } = await verifyBundle(file)
      const isOther = options.sums !== undefined && options.sums.trim().toLowerCase() !== sums
      const problems = isOther ? [...found, '校验码清单与平台日志记下的不一致，清单改动过'] : found
      for (const problem of problems) process.stdout.write(`${problem}\n`)
      if (problems.length > 0) process.stdout.write('案卷不完整。\n')
      else
        process.stdout.write(
          options.sums === undefined
            ? `${files}个文件都与案卷中的清单一致。清单本身有没有改动，请与平台日志中“导出案卷”记下的校验码核对（--sums）：${sums}\n`
            : `案卷完整：${files}个文件和清单都与导出时一致。\n`,
        )
      process.exitCode = problems.length > 0 ? 1 : 0
    })
}
