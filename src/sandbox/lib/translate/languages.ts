/** The columns of the dictionary. */
export const languages = ['en', 'fr', 'de', 'es', 'zh', 'ru'] as const
export type Language = (typeof languages)[number]
