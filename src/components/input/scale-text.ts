import type { Words } from '@/locales/words'

/** Words about making a picture smaller: they come with the parts that do it, and not with every page. */
const en = {
  label: 'Size to send',
  asIs: 'As it is',
  asIsSize: 'As it is: {width} × {height} px, {size}',
  asIsTooLarge: 'As it is: too large to be sent',
  longest: 'Longer side {longest} px',
  longestSize: 'Longer side {longest} px: {width} × {height} px',
  working: 'Making it smaller…',
  made: 'Made from {name} ({width} × {height} px, {size}); {format}.',
  jpeg: 'JPEG at 90% quality, upright',
  webp: 'WebP at 90% quality, upright',
  png: 'PNG, lossless, upright',
  save: 'Save {name}',
  failed: 'This browser can’t decode this picture: it can’t be made smaller here.',
  offer: 'Send it smaller:',
  tooLarge: 'The service finds the picture too large. Send it smaller:',
}

export default {
  en,
  'zh-CN': {
    label: '发送尺寸',
    asIs: '原图',
    asIsSize: '原图：{width} × {height} 像素，{size}',
    asIsTooLarge: '原图：过大，无法发送',
    longest: '长边 {longest} 像素',
    longestSize: '长边 {longest} 像素：{width} × {height} 像素',
    working: '正在缩小…',
    made: '由 {name} 缩小而成（{width} × {height} 像素，{size}）；{format}。',
    jpeg: 'JPEG，质量 90%，方向已校正',
    webp: 'WebP，质量 90%，方向已校正',
    png: 'PNG，无损，方向已校正',
    save: '保存 {name}',
    failed: '此浏览器无法解码这张图片，因此不能在此缩小。',
    offer: '缩小后发送：',
    tooLarge: '服务认为图片过大。缩小后发送：',
  } satisfies Words<typeof en>,
}
