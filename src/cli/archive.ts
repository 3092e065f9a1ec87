import type { Command } from 'commander'
import { verifyBundle } from '../requests/bundle/verify.ts'

const exits = `
不需要数据库，在任何一台装有本程序的计算机上都可以核对。

退出码：
  0  完整：每个文件都与导出时一致
  1  不完整，或者不是案卷`

/** `kaicheng archive verify FILE`: exit 0 where every file of a bundle is the one that was put in, else 1. */
export function register(program: Command): void {
  program
    .command('archive')
    .description('案卷：离线核对')
    .command('verify')
    .description('核对导出的案卷有没有改动')
    .argument('<文件>', '从平台下载的案卷（.zip）')
    .addHelpText('after', exits)
    .action(async (file: string) => {
      const { files, problems, sums } = await verifyBundle(file)
      for (const problem of problems) process.stdout.write(`${problem}\n`)
      if (problems.length > 0) process.stdout.write('案卷不完整。\n')
      else
        process.stdout.write(
          `案卷完整：${files}个文件都与导出时一致。校验码清单的SHA-256为 ${sums}，与平台日志中这次导出的记录相同的，清单本身也没有改动。\n`,
        )
      process.exitCode = problems.length > 0 ? 1 : 0
    })
}
