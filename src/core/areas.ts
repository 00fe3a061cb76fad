/** Areas of words that only some pages need: they are loaded with what shows them, not with the app. */
export const lazyAreas = ['endpoint', 'help', 'models', 'options', 'paste', 'settings'] as const
export type LazyArea = (typeof lazyAreas)[number]
