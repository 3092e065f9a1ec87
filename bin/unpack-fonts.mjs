// Unpacks the font for rare characters beside the program, each file only when it is the one that is listed: what runs needs no decoder.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const list = join(root, 'src', 'typesetting', 'fonts.sha256')
const folder = join(root, 'dist', 'rare-characters')
/** The list by which the folder was filled. */
const stamp = join(folder, 'unpacked.sha256')
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

export async function unpackFonts() {
  const sums = readFileSync(list, 'utf8')
  if (read(stamp) === sums) return
  const { default: decompress } = await import('woff2-encoder/decompress')
  mkdirSync(folder, { recursive: true })
  for (const line of sums.split('\n').filter((each) => each.includes('  hanamin/'))) {
    const [sum, path] = line.split('  ')
    const bytes = readFileSync(join(root, 'node_modules', path))
    if (createHash('sha256').update(bytes).digest('hex') !== sum)
      throw new Error(`${path} is not the file that is listed`)
    const isPacked = path.endsWith('.woff2')
    const name = basename(path).replace(/woff2$/, 'ttf')
    writeFileSync(join(folder, name), isPacked ? await decompress(bytes) : bytes)
  }
  writeFileSync(stamp, sums)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await unpackFonts()
