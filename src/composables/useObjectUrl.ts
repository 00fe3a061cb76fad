import {
  onScopeDispose,
  readonly,
  shallowRef,
  toRaw,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
} from 'vue'

/**
 * An object URL of a blob, for as long as it is needed: revoked when the blob changes and when the scope ends.
 * @returns undefined while there is no blob
 */
export function useObjectUrl(
  source: MaybeRefOrGetter<Blob | null | undefined>,
): Readonly<Ref<string | undefined>> {
  const url = shallowRef<string>()
  const release = () => {
    if (url.value !== undefined) URL.revokeObjectURL(url.value)
    url.value = undefined
  }
  watch(
    () => toRaw(toValue(source)),
    (blob) => {
      release()
      if (blob) url.value = URL.createObjectURL(blob)
    },
    { immediate: true },
  )
  onScopeDispose(release)
  return readonly(url)
}
