/** Offers a text as a file to save. */
export function saveText(text: string, name: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the URL over once the click is done.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
