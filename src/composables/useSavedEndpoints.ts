import { useI18n } from 'petite-vue-i18n'
import { useEndpointStore, type EndpointFields } from '@/stores/endpoints'
import { HUGGING_FACE, originOf, useTokenStore } from '@/stores/tokens'

export type { SavedEndpoint } from '@/stores/endpoints'

/** The endpoints that are kept, and what can be said of their tokens. */
export function useSavedEndpoints() {
  const saved = useEndpointStore()
  const tokens = useTokenStore()
  const { t } = useI18n()

  /** Which token an endpoint gets, and whether it is there. */
  function of({ url, auth }: EndpointFields): string {
    const origin = originOf(url) ?? ''
    if (auth === 'none') return t('endpoint.auth.none')
    if (auth === 'own') return t(`endpoint.auth.${tokens.has(origin) ? 'own' : 'ownMissing'}`)
    const sent = tokens.has(HUGGING_FACE) && tokens.isGranted(origin)
    return t(`endpoint.auth.${sent ? 'huggingface' : 'huggingfaceMissing'}`)
  }

  /** The origin of an address, if it has a token of its own that no saved endpoint needs any more. */
  function originWithToken(url: string): string | undefined {
    const origin = originOf(url)
    if (origin === undefined || !tokens.has(origin)) return undefined
    return saved.endpoints.some((each) => originOf(each.url) === origin) ? undefined : origin
  }

  return { saved, tokenWords: { of, originWithToken, forget: tokens.forget } }
}
