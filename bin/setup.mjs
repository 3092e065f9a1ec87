// Makes the checkout ready: packages as locked, bundle as the sources. Runs on whatever Node (>= 20) is at hand.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node')
export const bundle = join(root, 'dist', 'kaicheng.js')

const installedStamp = join(root, 'node_modules', '.kaicheng-lock')
const sources = ['src', 'vite.config.ts', 'vite.console.config.ts', 'package-lock.json']
/** The server with the CLI, and the console for the browser. */
const builds = [
  { result: bundle, config: 'vite.config.ts' },
  { result: join(root, 'dist', 'console', 'index.html'), config: 'vite.console.config.ts' },
]

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** The newest change among files, so that an unchanged checkout starts without a build. */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function install() {
  const hash = lockHash()
  if (existsSync(pinnedNode) && read(installedStamp) === hash) return
  process.stderr.write('正在安装依赖(仅首次或更新后需要)……\n')
  // Development packages build and test the project, so they are installed whatever NODE_ENV says.
  run('npm', ['ci', '--include=dev'])
  writeFileSync(installedStamp, hash)
}

function build() {
  const changedAt = Math.max(...sources.map((name) => newest(join(root, name))))
  const stale = builds.filter(({ result }) => !existsSync(result) || statSync(result).mtimeMs < changedAt)
  if (stale.length > 0) process.stderr.write('正在构建……\n')
  for (const { config } of stale) {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    // Vite writes another program when NODE_ENV says development or test: one that needs development packages.
    run(pinnedNode, [vite, 'build', '--config', config, '--logLevel', 'warn'], { NODE_ENV: 'production' })
  }
  run(pinnedNode, [join(root, 'bin', 'unpack-fonts.mjs')])
}

/** Output of the tools goes to stderr, so that a command's own output stays clean. */
function run(command, args, settings = {}) {
  const env = { ...process.env, ...settings }
  execFileSync(command, args, { cwd: root, env, stdio: ['ignore', process.stderr, process.stderr] })
}

export function setUp() {
  install()
  build()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp()
