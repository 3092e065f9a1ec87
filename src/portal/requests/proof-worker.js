// Runs on the page that asks for a proof of work, and again beside it as its worker, so that the page can be read meanwhile.
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

function work({ data: { challenge, bits } }) {
  for (let tried = 0; ; tried += 1)
    if (firstWord(`${challenge}.${tried}`) >>> (32 - bits) === 0) return postMessage(String(tried))
}

function begin() {
  const form = document.querySelector('form[data-challenge]')
  const status = form.querySelector('[role=status]')
  const worker = new Worker(document.currentScript.src)
  status.textContent = '正在计算，通常几秒钟……'
  const slow = setTimeout(() => {
    status.textContent = '还在计算，比通常要久，最多一两分钟，请不要关闭这一页……'
  }, 15_000)
  worker.onerror = () => {
    clearTimeout(slow)
    status.textContent = '您的浏览器没有完成计算，请按下面的办法提交。'
  }
  worker.onmessage = ({ data }) => {
    clearTimeout(slow)
    form.elements.proof.value = data
    status.textContent = '计算完成，正在提交……'
    form.submit()
  }
  worker.postMessage({ challenge: form.dataset.challenge, bits: Number(form.dataset.bits) })
}

if (typeof document === 'undefined') self.onmessage = work
else begin()
