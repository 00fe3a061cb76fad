import type { commonDark as dark } from 'naive-ui'

export { commonDark as common } from 'naive-ui'

/** Our own tokens of the dark scheme. */
export const own: Partial<typeof dark> = {
  primaryColor: '#5cc4cf',
  primaryColorHover: '#78d3dc',
  primaryColorPressed: '#45a9b4',
  primaryColorSuppl: '#2f8d97',
  baseColor: '#0c1416',
  infoColor: '#6db6ff',
  successColor: '#4fd1a5',
  warningColor: '#f0b45c',
  errorColor: '#ff8b8b',
  errorColorHover: '#ffa3a3',
  errorColorPressed: '#e57373',
  errorColorSuppl: '#e57373',
  bodyColor: '#131517',
  cardColor: '#1a1d20',
  inputColor: '#1d2124',
  textColor1: '#eceef0',
  textColor2: '#c5cad0',
  textColor3: '#969da6',
  placeholderColor: '#8b929b',
  borderColor: '#3a4046',
  dividerColor: '#2a2f34',
  codeColor: '#202428',
  hoverColor: 'rgba(255, 255, 255, 0.06)',
}
