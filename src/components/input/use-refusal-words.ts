import { computed, type Ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { limits } from '@/core/limits'
import type { Sniffed } from '@/core/sniff'
import { byteLimit } from './byte-limit'
import { formatBytes, formatMegapixels } from './format'
import type { Refusal } from './media-check'

/** A refusal in the person's language. */
export function useRefusalWords(refusal: Ref<Refusal | undefined>) {
  const { t, locale } = useI18n()

  const bytes = (count: number) => formatBytes(count, locale.value)

  function contentWords({ kind, type }: Sniffed): string {
    if (type === 'image/svg+xml') return t('inputs.contentSvg')
    if (type === 'text/html') return t('inputs.contentHtml')
    if (type === 'application/json') return t('inputs.contentJson')
    return t(`inputs.content.${kind}`, { type })
  }

  function words(reason: Refusal): string {
    const { name } = reason
    switch (reason.kind) {
      case 'not-image':
        return t('inputs.refusedNotImage', { name, content: contentWords(reason.found) })
      case 'not-sound':
        return t('inputs.refusedNotSound', { name, content: contentWords(reason.found) })
      case 'not-text':
        return t('inputs.refusedNotText', { name, content: contentWords(reason.found) })
      case 'too-heavy': {
        const limit = bytes(byteLimit(reason.wanted))
        return reason.bytes === undefined
          ? t('inputs.refusedOver', { name, limit })
          : t('inputs.refusedHeavy', { name, size: bytes(reason.bytes), limit })
      }
      case 'too-many-pixels':
        return t('inputs.refusedPixels', {
          name,
          width: reason.width,
          height: reason.height,
          megapixels: formatMegapixels(reason.width, reason.height, locale.value),
          limit: limits.imagePixels / 1e6,
        })
      case 'empty':
        return t('inputs.refusedEmpty', { name })
      case 'unloaded':
        return t(`inputs.unloaded.${reason.reason}`, { name, status: reason.status })
    }
  }

  return computed(() => (refusal.value ? words(refusal.value) : ''))
}
