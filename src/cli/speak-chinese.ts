import type { Command } from 'commander'

/** Commander's own words, in Chinese. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.+)'/m, '没有“$1”这个命令'],
  [/^error: unknown option '(.+)'/m, '没有“$1”这个选项'],
  [/^error: missing required argument '(.+)'/m, '缺少参数“$1”'],
  [/^error: required option '(.+)' not specified/m, '缺少必填选项 $1'],
  [/^error: option '(.+)' argument missing/m, '选项 $1 缺少取值'],
  [/^error: too many arguments.*$/m, '参数过多，请用 --help 查看用法'],
  [/^\(Did you mean (.+)\?\)/m, '是否要用“$1”？'],
  [/^error: /m, ''],
]

/** Gives a command and all below it Chinese help and messages, and exit code 2 for wrong usage. */
export function speakChinese(command: Command): Command {
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) =>
        title
          .replace('Usage:', '用法：')
          .replace('Arguments:', '参数：')
          .replace('Options:', '选项：')
          .replace('Commands:', '命令：'),
    })
    .configureOutput({
      outputError: (text, write) =>
        write(phrases.reduce((said, [english, chinese]) => said.replace(english, chinese), text)),
    })
    .exitOverride()
  if (command.commands.length > 0) command.helpCommand('help [command]', '显示帮助')
  for (const child of command.commands) speakChinese(child)
  return command
}
