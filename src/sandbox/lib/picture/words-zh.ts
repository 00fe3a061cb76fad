const words: Readonly<Record<string, string>> = {
  red: '红色',
  orange: '橙色',
  yellow: '黄色',
  green: '绿色',
  turquoise: '青色',
  blue: '蓝色',
  purple: '紫色',
  pink: '粉色',
  brown: '棕色',
  grey: '灰色',
  dark: '深色',
  light: '浅色',
  bright: '明亮',
  yes: '是',
  no: '否',
  landscape: '横向',
  portrait: '纵向',
  square: '正方形',
  nowhere: '没有',
  'in the middle': '中间',
  'on the left': '左侧',
  'on the right': '右侧',
  'at the top': '上方',
  'at the bottom': '下方',
  'at the top left': '左上方',
  'at the top right': '右上方',
  'at the bottom left': '左下方',
  'at the bottom right': '右下方',
}

/** Answers about pictures in Chinese; numbers and what has no word stay as they are. */
export const chineseWords = {
  of: (answer: string): string =>
    words[answer] ??
    answer
      .replace(/ megapixels$/, ' 百万像素')
      .replace(/ pixels$/, ' 像素')
      .replace(/^(\d+) of 100$/, '$1（满分 100）'),
  cannot: '无法判断：沙盒只能看到颜色、明暗、区域和尺寸，不能识别物体',
}
