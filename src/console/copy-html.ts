/** Puts HTML, and its words for where only words go in, on the clipboard; false where the browser does not let it. */
export function copyHtml(html: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html)
    const page = new DOMParser().parseFromString(html.replaceAll(/<\/(?:p|h\d|li|tr)>|<br>/g, '$&\n'), 'text/html')
    event.clipboardData?.setData('text/plain', page.body.textContent.trim())
    event.preventDefault()
  }
  document.addEventListener('copy', onCopy, { once: true })
  // The newer interface is missing where a bureau's network has no certificate.
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', onCopy)
  return isCopied
}
