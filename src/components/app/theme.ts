import { commonLight, type GlobalTheme, type GlobalThemeOverrides } from 'naive-ui'
import type { InjectionKey } from 'vue'

/**
 * The look of the app: Naive UI's theme tokens with our colours, and the same tokens as CSS variables for what we draw
 * ourselves. All contrasts of text are 4.5 : 1 or better on the page and on surfaces.
 */
export interface AppTheme {
  readonly naive: GlobalTheme
  readonly overrides: GlobalThemeOverrides
  /** CSS custom properties by name. */
  readonly variables: Readonly<Record<string, string>>
}

/** The theme that the app starts with. */
export const firstThemeKey: InjectionKey<AppTheme> = Symbol('theme')

type CommonTokens = typeof commonLight

const shared = {
  borderRadius: '6px',
  fontFamily:
    'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontFamilyMono:
    'ui-monospace, "JetBrains Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSize: '14px',
}

const light: Partial<CommonTokens> = {
  primaryColor: '#0b6b74',
  primaryColorHover: '#0e7f89',
  primaryColorPressed: '#09565d',
  primaryColorSuppl: '#0e7f89',
  infoColor: '#0b62b3',
  successColor: '#0d7350',
  warningColor: '#8f5300',
  errorColor: '#b8283a',
  errorColorHover: '#c93a4b',
  errorColorPressed: '#9a1f2f',
  errorColorSuppl: '#c93a4b',
  bodyColor: '#fbfbfa',
  cardColor: '#ffffff',
  textColor1: '#16191d',
  textColor2: '#3d444d',
  textColor3: '#626a74',
  placeholderColor: '#6b737d',
  borderColor: '#d9dce1',
  dividerColor: '#e8eaed',
  codeColor: '#f3f4f5',
  hoverColor: 'rgba(20, 30, 45, 0.05)',
}

/** Hues that colour-blind people can tell apart, dark enough (light enough) to be read as text. */
const categories = {
  light: ['#0b62b3', '#a34b00', '#0d7350', '#7a3fb0', '#b8283a', '#6b6000', '#b02a84', '#45566b'],
  dark: ['#6db6ff', '#f2a45c', '#4fd1a5', '#c6a0ff', '#ff8b8b', '#d9c65a', '#ff8fd2', '#b3c2d6'],
}

/** The theme of a colour scheme. The tokens of the dark one are loaded when it is first shown. */
export async function loadTheme(isDark: boolean): Promise<AppTheme> {
  const scheme = isDark ? await import('./theme-dark') : { common: commonLight, own: light }
  return themeOf(scheme.common, { ...shared, ...scheme.own }, isDark)
}

function themeOf(base: CommonTokens, own: Partial<CommonTokens>, isDark: boolean): AppTheme {
  const common: CommonTokens = { ...base, ...own }
  return {
    // Without the dark variant of every component, which would weigh more than all we use.
    naive: { name: isDark ? 'dark' : 'light', common },
    overrides: { common: own },
    variables: variables(common, isDark),
  }
}

function variables(common: CommonTokens, isDark: boolean): Record<string, string> {
  const tint = (color: string, percent: number) =>
    `color-mix(in srgb, ${color} ${percent}%, transparent)`
  const names: Record<string, string> = {
    '--ts-bg': common.bodyColor,
    '--ts-surface': common.cardColor,
    '--ts-surface-2': common.codeColor,
    '--ts-text': common.textColor1,
    '--ts-text-2': common.textColor2,
    '--ts-text-3': common.textColor3,
    '--ts-border': common.borderColor,
    '--ts-divider': common.dividerColor,
    '--ts-hover': common.hoverColor,
    '--ts-primary': common.primaryColor,
    '--ts-primary-soft': tint(common.primaryColor, 11),
    '--ts-on-primary': isDark ? common.baseColor : '#ffffff',
    '--ts-error': common.errorColor,
    '--ts-error-soft': tint(common.errorColor, 9),
    '--ts-warning': common.warningColor,
    '--ts-warning-soft': tint(common.warningColor, 11),
    '--ts-success': common.successColor,
    '--ts-info': common.infoColor,
    '--ts-radius': common.borderRadius,
    '--ts-font': common.fontFamily,
    '--ts-mono': common.fontFamilyMono,
    'color-scheme': isDark ? 'dark' : 'light',
  }
  categories[isDark ? 'dark' : 'light'].forEach((color, index) => {
    names[`--ts-cat-${index}`] = color
    names[`--ts-cat-${index}-soft`] = tint(color, isDark ? 20 : 12)
  })
  return names
}
