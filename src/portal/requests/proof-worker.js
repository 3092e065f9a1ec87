// Runs on the page that asks for a proof of work; nothing else on the site needs script.
const form = document.querySelector('form[data-challenge]')
const status = form.querySelector('[role=status]')
const bits = Number(form.dataset.bits)
const k = []
for (let n = 2; k.length < 64; n += 1) {
  let isPrime = true
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) isPrime = false
  if (isPrime) k.push(((Math.cbrt(n) % 1) * 4294967296) | 0)
}
const start = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
const turn = (x, n) => (x >>> n) | (x << (32 - n))

// FIPS 180-4: SHA-256 of ASCII text; of the eight words only the first is of use here.
function firstWord(text) {
  const length = ((text.length + 8) >> 6) + 1
  const words = new Int32Array(length * 16)
  for (let i = 0; i < text.length; i += 1) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8)
  words[text.length >> 2] |= 0x80 << (24 - (text.length % 4) * 8)
  words[length * 16 - 1] = text.length * 8
  const hash = Int32Array.from(start)
  const w = new Int32Array(64)
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d, e, f, g, h] = hash
    for (let i = 0; i < 64; i += 1) {
      if (i < 16) w[i] = words[block + i]
      else {
        const x = w[i - 15]
        const y = w[i - 2]
        w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))
      }
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    for (const [i, each] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] + each) | 0
  }
  return hash[0] >>> 0
}

let tried = 0
function work() {
  const until = performance.now() + 50
  while (performance.now() < until) {
    for (let i = 0; i < 200; i += 1, tried += 1) {
      if (firstWord(`${form.dataset.challenge}.${tried}`) >>> (32 - bits) === 0) {
        form.elements.proof.value = String(tried)
        status.textContent = '计算完成，正在提交……'
        form.submit()
        return
      }
    }
  }
  status.textContent = `正在计算，已完成${Math.floor(tried / 10000)}万次，通常需要100万次左右……`
  setTimeout(work)
}
work()
