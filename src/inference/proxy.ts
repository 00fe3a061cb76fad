import type { Fetch } from './transport'

const ROUTER = 'https://router.huggingface.co/'

/**
 * A fetch that takes what goes to the router through this page's own server, where that adds a token of its own
 * (HF_TOKEN in its .env). All else goes as it is.
 *
 * @param base Of the page, without a slash at the end.
 * @param isThere Whether the server has a token to add.
 */
export function proxyFetch(fetch: Fetch, base: string, isThere: () => Promise<boolean>): Fetch {
  return async (url, init) => {
    const goes = url.startsWith(ROUTER) && (await isThere())
    return fetch(goes ? `${base}/proxy/${url.slice('https://'.length)}` : url, init)
  }
}
