import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const { resolve } = createRequire(import.meta.url)
const packed = join(dirname(resolve('@sparticuz/chromium')), '..', 'bin')
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** Unpacks the browser once for all test files; whoever comes second finds it complete. */
function unpackBrowser(): string {
  const { version } = JSON.parse(readFileSync(join(packed, '..', 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `kaicheng-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(folder)) return folder
  const making = mkdtempSync(`${folder}-`)
  writeFileSync(join(making, 'chromium'), unpacked('chromium.br'), { mode: 0o700 })
  execFileSync('tar', ['-x', '-C', making], { input: unpacked('al2023.tar.br') })
  execFileSync('tar', ['-x', '-C', making], { input: unpacked('swiftshader.tar.br') })
  try {
    renameSync(making, folder)
  } catch {
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}

const unpacked = (name: string) => brotliDecompressSync(readFileSync(join(packed, name)))

/** Where the machine lacks a shared library (NSS on a bare Debian), the package brings its own. */
function libraryPath(folder: string): { LD_LIBRARY_PATH?: string } {
  const { stdout } = spawnSync('ldd', [join(folder, 'chromium')], { encoding: 'utf8' })
  return stdout?.includes('not found') === false ? {} : { LD_LIBRARY_PATH: join(folder, 'lib') }
}

/** Chinese text is set in the fonts that the project carries, and in no other. */
function fontSettings(folder: string): string {
  const sans = join(dirname(dirname(resolve('@embedpdf/fonts-sc'))), 'fonts')
  const serif = dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  const prefer = (generic: string, family: string) =>
    `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`
  const file = join(folder, 'fonts.conf')
  mkdirSync(join(folder, 'cache'))
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <dir>${sans}</dir><dir>${join(serif, '400Regular')}</dir><dir>${join(serif, '700Bold')}</dir>
    <cachedir>${join(folder, 'cache')}</cachedir>
    ${prefer('sans-serif', 'Noto Sans S Chinese')}${prefer('Noto Sans SC', 'Noto Sans S Chinese')}${prefer('serif', 'Noto Serif SC')}
    </fontconfig>`,
  )
  return file
}

/** The Chromium of the package, in a home of its own. */
export async function launchBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const folder = unpackBrowser()
  const home = mkdtempSync(join(tmpdir(), 'kaicheng-browser-'))
  const browser = await chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...libraryPath(folder), HOME: home, FONTCONFIG_FILE: fontSettings(home) },
  })
  return {
    browser,
    close: async () => {
      await browser.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
