/** Offers a file for saving. The browser has read the address once the click is over, so it is given back soon after. */
export function useDownload(): { download: (content: Blob | string, name: string) => void } {
  return {
    download(content, name) {
      const blob =
        typeof content === 'string' ? new Blob([content], { type: 'text/plain' }) : content
      const url = URL.createObjectURL(blob)
      const link = document.createElement('a')
      link.href = url
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    },
  }
}
